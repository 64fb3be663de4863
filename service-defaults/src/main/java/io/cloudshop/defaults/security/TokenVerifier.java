package io.cloudshop.defaults.security;

import io.cloudshop.defaults.problem.CommonProblems;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;

/**
 * Verifies access tokens (RFC 9068 in spirit) against auth-service's key set: signature, issuer, audience, expiry, and
 * that nobody has revoked them.
 *
 * <p>SmallRye JWT's own factory answers 500 while the key set cannot be fetched. Here the last known keys serve, and
 * without any the answer is 503: the caller's token may be fine. Thread-safe.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class TokenVerifier extends JWTCallerPrincipalFactory {

    private final JwtConsumer consumer;
    private final RevokedTokens revoked;

    @Inject
    TokenVerifier(VerificationKeys keys, TokenTerms terms, RevokedTokens revoked) {
        this.revoked = revoked;
        this.consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys.resolver())
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer(terms.issuer())
                .setExpectedAudience(terms.audience())
                .setRequireExpirationTime()
                .setRequireSubject()
                .setRequireJwtId()
                .setAllowedClockSkewInSeconds((int) TokenTerms.CLOCK_SKEW.toSeconds())
                .build();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        JwtContext verified = process(token);
        String type = verified.getJoseObjects().getFirst().getHeader("typ");
        return new DefaultJWTCallerPrincipal(token, type, verified.getJwtClaims());
    }

    /**
     * What a token says.
     *
     * @throws ParseException when it is not valid, not valid any more or revoked
     */
    public AccessToken verify(String token) throws ParseException {
        return claimsOf(process(token));
    }

    private JwtContext process(String token) throws ParseException {
        try {
            JwtContext verified = consumer.process(token);
            if (revoked.contains(claimsOf(verified))) {
                throw new ParseException("The token was revoked");
            }
            return verified;
        } catch (InvalidJwtException invalid) {
            if (keysAreUnreachable(invalid)) {
                throw CommonProblems.unavailable("Tokens cannot be verified at the moment; try again.", invalid);
            }
            throw new ParseException("The token is not valid", invalid);
        }
    }

    private static AccessToken claimsOf(JwtContext verified) throws ParseException {
        try {
            return AccessToken.of(keyIdOf(verified), verified.getJwtClaims());
        } catch (MalformedClaimException malformed) {
            throw new ParseException("The token is not valid", malformed);
        }
    }

    /** Without it any published key would do, also one that was withdrawn a moment ago. */
    private static String keyIdOf(JwtContext verified) throws ParseException {
        String keyId = verified.getJoseObjects().getFirst().getKeyIdHeaderValue();
        if (keyId == null) {
            throw new ParseException("The token does not name its key");
        }
        return keyId;
    }

    static boolean keysAreUnreachable(Throwable invalid) {
        return Stream.iterate(invalid, cause -> cause != null, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }
}
