package io.cloudshop.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteKeysTest {

    private static final RsaJsonWebKey CURRENT = newKey();
    private static final RsaJsonWebKey NEXT = newKey();

    private KeyServer auth;
    private JwtConsumer verifier;

    @BeforeEach
    void oneKeyIsPublished() throws IOException {
        auth = new KeyServer().publish(CURRENT);
        verifier = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new RemoteKeys(auth.url()).resolver())
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .build();
    }

    @AfterEach
    void close() {
        auth.close();
    }

    @Test
    void keys_are_fetched_once_and_kept() {
        for (int i = 0; i < 20; i++) {
            assertThatCode(() -> verifier.process(signedBy(CURRENT))).doesNotThrowAnyException();
        }

        assertThat(auth.fetches()).isEqualTo(1);
    }

    @Test
    void a_key_that_was_published_since_is_found_at_once() {
        assertGood(CURRENT);
        auth.publish(CURRENT, NEXT);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);

        assertGood(NEXT);
    }

    @Test
    void last_known_keys_serve_while_there_are_no_others() {
        assertGood(CURRENT);
        auth.breakDown();
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);

        assertUnreachable(NEXT);
        assertGood(CURRENT);
    }

    @Test
    void without_any_keys_it_is_nobodys_fault_and_passes() {
        auth.breakDown();
        assertUnreachable(CURRENT);

        auth.recover();

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertGood(CURRENT));
    }

    @Test
    void a_key_that_auth_service_does_not_know_is_the_tokens_fault() {
        assertGood(CURRENT);

        assertThatThrownBy(() -> verifier.process(signedBy(NEXT)))
                .isInstanceOf(InvalidJwtException.class)
                .satisfies(refused -> assertThat(isUnreachable(refused)).isFalse());
    }

    @Test
    void strangers_make_few_requests_to_auth_service() {
        List<String> tokens = Stream.generate(RemoteKeysTest::forged).limit(500).toList();
        assertGood(CURRENT);
        long begin = System.nanoTime();

        tokens.forEach(
                token -> assertThatThrownBy(() -> verifier.process(token)).isInstanceOf(InvalidJwtException.class));

        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        assertThat(auth.fetches()).isLessThanOrEqualTo((int) (3 + seconds / 2));
    }

    @Test
    void forged_tokens_cost_good_ones_nothing_while_auth_service_hangs() throws Exception {
        List<String> tokens =
                Stream.generate(RemoteKeysTest::forged).limit(1000).toList();
        String good = signedBy(CURRENT);
        verifier.process(good);
        auth.hang();
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        AtomicInteger held = new AtomicInteger();
        AtomicInteger mostHeld = new AtomicInteger();
        List<Future<?>> forgeries = new ArrayList<>();
        List<Future<Duration>> goodOnes = new ArrayList<>();

        try (ExecutorService workers =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (int i = 0; i < tokens.size(); i++) {
                String token = tokens.get(i);
                forgeries.add(workers.submit(() -> {
                    mostHeld.accumulateAndGet(held.incrementAndGet(), Math::max);
                    assertThatThrownBy(() -> verifier.process(token)).isInstanceOf(InvalidJwtException.class);
                    held.decrementAndGet();
                }));
                if (i % 4 == 0) {
                    goodOnes.add(workers.submit(() -> timeToVerify(good)));
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }

        assertThat(forgeries).extracting(Future::state).containsOnly(Future.State.SUCCESS);
        List<Duration> times = goodOnes.stream().map(Future::resultNow).sorted().toList();
        assertThat(times.get(times.size() * 99 / 100)).isLessThan(Duration.ofMillis(100));
        assertThat(mostHeld.get()).isLessThan(40);
        assertThat(auth.fetches()).isLessThanOrEqualTo(5);
    }

    private Duration timeToVerify(String token) throws InvalidJwtException {
        long begin = System.nanoTime();
        verifier.process(token);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void assertGood(RsaJsonWebKey key) {
        assertThatCode(() -> verifier.process(signedBy(key))).doesNotThrowAnyException();
    }

    private void assertUnreachable(RsaJsonWebKey key) {
        assertThatThrownBy(() -> verifier.process(signedBy(key)))
                .isInstanceOf(InvalidJwtException.class)
                .satisfies(refused -> assertThat(isUnreachable(refused)).isTrue());
    }

    private static boolean isUnreachable(Throwable refused) {
        return TokenVerifier.keysAreUnreachable(refused);
    }

    /** By a key that nobody published, each by another one as its header says. */
    private static String forged() {
        return signed(NEXT, UUID.randomUUID().toString());
    }

    private static String signedBy(RsaJsonWebKey key) {
        return signed(key, key.getKeyId());
    }

    private static String signed(RsaJsonWebKey key, String keyId) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("ada");
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(keyId);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
