package io.cloudshop.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.defaults.problem.DomainException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private static final TypedPassword PASSWORD = TypedPassword.of("a lamp, a chair and a table");

    @Test
    void a_hash_matches_its_password_only_and_is_salted() {
        PasswordHasher hasher = hasher(1024, 1, Duration.ofSeconds(3));

        String hash = hasher.hash(PASSWORD);

        assertThat(hasher.matches(PASSWORD, hash)).isTrue();
        assertThat(hasher.matches(TypedPassword.of("a lamp, a chair and a table "), hash))
                .isFalse();
        assertThat(hasher.matchesNobody(PASSWORD)).isFalse();
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hash);
    }

    @Test
    void a_hash_of_other_parameters_matches_and_is_outdated() {
        PasswordHasher former = hasher(1024, 1, Duration.ofSeconds(3));
        PasswordHasher current = hasher(2048, 1, Duration.ofSeconds(3));

        String hash = former.hash(PASSWORD);

        assertThat(current.matches(PASSWORD, hash)).isTrue();
        assertThat(current.isOutdated(hash)).isTrue();
        assertThat(former.isOutdated(hash)).isFalse();
    }

    @Test
    void a_hash_costs_what_was_measured_for_it() {
        HashingConfig shipped = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(HashingConfig.class)
                .build()
                .getConfigMapping(HashingConfig.class);

        String hash = new PasswordHasher(shipped).hash(PASSWORD);

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=4,p=1$");
    }

    @Test
    void who_waits_too_long_for_a_turn_is_asked_to_come_back() throws Exception {
        PasswordHasher slow = hasher(262_144, 1, Duration.ofMillis(50));
        Callable<String> hashing = () -> slow.hash(PASSWORD);

        List<Future<String>> results;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            results = callers.invokeAll(
                    IntStream.range(0, 4).mapToObj(i -> hashing).toList());
        }

        assertThat(results).anyMatch(result -> result.state() == State.SUCCESS);
        assertThat(results.stream()
                        .filter(result -> result.state() == State.FAILED)
                        .map(Future::exceptionNow))
                .isNotEmpty()
                .allSatisfy(refused ->
                        assertThat(((DomainException) refused).type().status()).isEqualTo(503));
    }

    private static PasswordHasher hasher(int memoryKib, int concurrency, Duration maxWait) {
        return new PasswordHasher(new HashingConfig() {
            @Override
            public int memoryKib() {
                return memoryKib;
            }

            @Override
            public int iterations() {
                return 2;
            }

            @Override
            public int parallelism() {
                return 1;
            }

            @Override
            public OptionalInt concurrency() {
                return OptionalInt.of(concurrency);
            }

            @Override
            public Duration maxWait() {
                return maxWait;
            }
        });
    }
}
