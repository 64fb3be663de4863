package io.cloudshop.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final SigningKey FIRST = newKey();
    private static final SigningKey SECOND = newKey();

    private final KeyRing ring = new KeyRing(Duration.ofMinutes(5), FIRST, Optional.empty(), at(0));

    @Test
    void a_key_that_was_announced_signs_as_soon_as_it_is_the_current_one() {
        ring.update(FIRST, Optional.of(SECOND), at(0));
        assertThat(ring.published()).containsExactly(FIRST, SECOND);
        assertThat(ring.current()).isEqualTo(FIRST);

        assertThat(ring.update(SECOND, Optional.of(FIRST), at(300))).isTrue();

        assertThat(ring.current()).isEqualTo(SECOND);
    }

    @Test
    void a_key_that_nobody_knows_yet_is_published_first_and_signs_later() {
        assertThat(ring.update(SECOND, Optional.empty(), at(10))).isFalse();
        assertThat(ring.published()).containsExactly(FIRST, SECOND);
        assertThat(ring.current()).isEqualTo(FIRST);

        ring.update(SECOND, Optional.empty(), at(309));
        assertThat(ring.current()).isEqualTo(FIRST);
        ring.update(SECOND, Optional.empty(), at(310));
        assertThat(ring.current()).isEqualTo(SECOND);
    }

    @Test
    void a_key_that_signed_is_published_until_its_last_token_is_dead() {
        ring.update(SECOND, Optional.empty(), at(0));
        ring.update(SECOND, Optional.empty(), at(300));

        ring.update(SECOND, Optional.empty(), at(300 + 20 * 60));
        assertThat(ring.published()).containsExactly(FIRST, SECOND);
        ring.update(SECOND, Optional.empty(), at(301 + 20 * 60));
        assertThat(ring.published()).containsExactly(SECOND);
    }

    @Test
    void a_key_that_never_signed_is_withdrawn_at_once() {
        ring.update(FIRST, Optional.of(SECOND), at(0));

        ring.update(FIRST, Optional.empty(), at(1));

        assertThat(ring.published()).containsExactly(FIRST);
    }

    private static Instant at(int seconds) {
        return Instant.EPOCH.plusSeconds(seconds);
    }

    private static SigningKey newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return SigningKey.fromPem(SigningKey.toPem(
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
