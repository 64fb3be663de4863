package io.cloudshop.defaults.security;

import io.cloudshop.defaults.problem.CommonProblems;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Verifies access tokens (RFC 9068 in spirit) against auth-service's key set: signature, issuer, audience, expiry, and
 * that nobody has revoked them.
 *
 * <p>SmallRye JWT's own factory answers 500 while the key set cannot be fetched. Here the last known keys serve, and
 * without any the answer is 503: the caller's token may be fine. A token that was good a moment ago is not verified again, and
 * asked for among the revoked ones each time. Thread-safe.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class TokenVerifier extends JWTCallerPrincipalFactory {

    private final JwtConsumer consumer;
    private final VerifiedTokens remembered;
    private final RevokedTokens revoked;

    @Inject
    TokenVerifier(VerificationKeys keys, TokenTerms terms, VerifiedTokens remembered, RevokedTokens revoked) {
        this.remembered = remembered;
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
        return known(token).principal(token);
    }

    /**
     * What a token says.
     *
     * @throws ParseException when it is not valid, not valid any more or revoked
     */
    public AccessToken verify(String token) throws ParseException {
        return known(token).says();
    }

    /** What a token says that was verified a moment ago; empty where it takes a verification to know. Never waits. */
    public Optional<AccessToken> remembered(String token) {
        return remembered.find(token).map(VerifiedToken::says).filter(says -> !revoked.contains(says));
    }

    private VerifiedToken known(String token) throws ParseException {
        Optional<VerifiedToken> found = remembered.find(token);
        VerifiedToken verified = found.isPresent() ? found.get() : verified(token);
        if (revoked.contains(verified.says())) {
            throw new ParseException("The token was revoked");
        }
        return verified;
    }

    private VerifiedToken verified(String token) throws ParseException {
        try {
            VerifiedToken verified = VerifiedToken.of(consumer.process(token));
            remembered.remember(token, verified);
            return verified;
        } catch (InvalidJwtException invalid) {
            if (keysAreUnreachable(invalid)) {
                throw CommonProblems.unavailable("Tokens cannot be verified at the moment; try again.", invalid);
            }
            throw new ParseException("The token is not valid", invalid);
        }
    }

    static boolean keysAreUnreachable(Throwable invalid) {
        return Stream.iterate(invalid, cause -> cause != null, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }
}
