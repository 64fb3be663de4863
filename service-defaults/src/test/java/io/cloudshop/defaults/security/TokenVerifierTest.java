package io.cloudshop.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** A token is verified once, and asked for among the revoked ones each time. */
class TokenVerifierTest {

    private static final RsaJsonWebKey KEY = key();

    private final AtomicInteger verifications = new AtomicInteger();
    private volatile boolean isRevoked;

    @Test
    void a_token_is_verified_once_and_says_the_same_each_time() throws Exception {
        TokenVerifier verifier = verifier();
        String token = token(60);

        assertThat(verifier.remembered(token)).isEmpty();
        AccessToken first = verifier.verify(token);

        assertThat(verifier.verify(token)).isEqualTo(first);
        assertThat(verifier.remembered(token)).contains(first);
        for (int i = 0; i < 2; i++) {
            assertThat(verifier.parse(token, null).getGroups()).containsExactly("customer");
        }
        assertThat(verifications).hasValue(1);
    }

    @Test
    void a_token_that_is_remembered_is_refused_from_its_revocation_on() throws Exception {
        TokenVerifier verifier = verifier();
        String token = token(60);
        verifier.verify(token);

        isRevoked = true;

        assertThat(verifier.remembered(token)).isEmpty();
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> verifier.parse(token, null)).isInstanceOf(ParseException.class);
    }

    /** This one is over already, but for the difference that clocks may have. */
    @Test
    void nothing_is_remembered_beyond_its_expiry() throws Exception {
        TokenVerifier verifier = verifier();
        String token = token(-2);

        verifier.verify(token);

        assertThat(verifier.remembered(token)).isEmpty();
    }

    @Test
    void another_token_is_not_taken_for_one_that_is_remembered() throws Exception {
        TokenVerifier verifier = verifier();
        String token = token(60);
        verifier.verify(token);
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);

        assertThatThrownBy(() -> verifier.verify(forged)).isInstanceOf(ParseException.class);
    }

    private TokenVerifier verifier() {
        VerificationKeys keys = () -> (token, nesting) -> {
            verifications.incrementAndGet();
            return KEY.getKey();
        };
        return new TokenVerifier(
                keys,
                new Terms(),
                new VerifiedTokens(new Memory(Duration.ofMinutes(1)), Clock.systemUTC()),
                new Revoked());
    }

    private static String token(int secondsLeft) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("issuer");
        claims.setAudience("audience");
        claims.setSubject("somebody");
        claims.setStringListClaim("groups", List.of("customer"));
        claims.setGeneratedJwtId();
        claims.setExpirationTimeMinutesInTheFuture(secondsLeft / 60f);
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(KEY.getPrivateKey());
        token.setKeyIdHeaderValue("one");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return token.getCompactSerialization();
    }

    private static RsaJsonWebKey key() {
        try {
            return RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Terms() implements TokenTerms {
        @Override
        public String issuer() {
            return "issuer";
        }

        @Override
        public String audience() {
            return "audience";
        }
    }

    private record Memory(Duration lasts) implements TokenMemory {
        @Override
        public long most() {
            return 10;
        }
    }

    private final class Revoked implements RevokedTokens {
        @Override
        public boolean contains(AccessToken token) {
            return isRevoked;
        }

        @Override
        public boolean containsKey(String keyId) {
            return false;
        }
    }
}
