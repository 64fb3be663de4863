package io.cloudshop.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.defaults.problem.DomainException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several replicas count in one Redis. */
@QuarkusTest
class SharedThrottleTest extends AuthTest {

    @Inject
    RedisDataSource redis;

    private final String ada = newEmail();
    private final String client = "192.0.2." + (Math.abs(ada.hashCode()) % 250);

    private Throttle one;
    private Throttle other;

    @BeforeEach
    void twoReplicas() {
        one = replica(new Limits().accountFailures(3));
        other = replica(new Limits().accountFailures(3));
    }

    @Test
    void replicas_count_together() {
        fail(one);
        fail(other);
        fail(one);

        assertThatThrownBy(() -> other.admitLogin(ada, client)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> one.admitLogin(ada, client)).isInstanceOf(DomainException.class);
    }

    @Test
    void a_success_at_one_replica_counts_at_the_other() {
        fail(one);
        fail(one);
        fail(one);

        other.loginSucceeded(ada);

        assertThatCode(() -> one.admitLogin(ada, client)).doesNotThrowAnyException();
    }

    @Test
    void the_wait_ends_by_itself_although_somebody_goes_on_trying() {
        one = replica(new Limits().accountFailures(3).accountWindow(Duration.ofSeconds(1)));
        // On a slow machine the first failure may be forgotten before the third.
        await().pollDelay(Duration.ZERO).until(() -> isRefused(one));

        await().pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(DomainException.class)
                .until(() -> {
                    one.admitLogin(ada, client);
                    return true;
                });
    }

    @Test
    void an_attempt_that_is_refused_takes_no_room() {
        one = replica(new Limits().addressAttempts(2).accountWindow(Duration.ofMinutes(1)));
        String another = "198.51.100." + (Math.abs(ada.hashCode()) % 250);
        one.admitLogin(newEmail(), another);
        one.admitLogin(newEmail(), another);
        String bob = newEmail();

        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> one.admitLogin(bob, another)).isInstanceOf(DomainException.class);
        }

        assertThat(redis.key().exists("throttle:attempts:" + Subject.ofEmail(bob)))
                .isFalse();
    }

    @Test
    void a_throttle_that_is_switched_off_counts_nothing() {
        one = replica(new Limits().accountFailures(1).enabled(false));

        fail(one);
        fail(one);

        assertThatCode(() -> one.admitLogin(ada, client)).doesNotThrowAnyException();
        assertThat(redis.key().exists("throttle:failures:" + Subject.ofEmail(ada)))
                .isFalse();
    }

    private boolean isRefused(Throttle replica) {
        try {
            fail(replica);
            return false;
        } catch (DomainException refused) {
            return true;
        }
    }

    private void fail(Throttle replica) {
        replica.admitLogin(ada, client);
        replica.loginFailed(ada);
    }

    private Throttle replica(Limits limits) {
        return new Throttle(limits, new SharedWindows(redis), new SimpleMeterRegistry());
    }
}
