package io.cloudshop.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A destination that is away costs no event an attempt, however long it takes. */
@QuarkusTest
class OutageTest extends OutboxTest {

    @Test
    void nothing_counts_as_an_attempt_while_the_destination_is_away_and_everything_arrives_afterwards() {
        givenEventsOfManyAggregates(50);
        givenAnOutage();
        givenRelays(2);
        await().until(() -> courier.calls() > 10 * QuickSettings.ATTEMPTS);

        // What a round counts shows when the round is over, however many calls it makes.
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(number("SELECT max(attempts) FROM outbox_event"))
                        .isZero());
        assertThat(number("SELECT count(*) FROM outbox_event WHERE dead_at IS NULL"))
                .isEqualTo(50);
        courier.recover();

        thenEmpty();
        assertThat(deliveredIds().stream().distinct()).hasSize(50);
    }

    @Test
    void an_outage_in_the_middle_of_a_round_undoes_nothing_that_was_done() {
        givenEvent(UUID.randomUUID());
        long poison = givenEvent(UUID.randomUUID());
        givenEvent(UUID.randomUUID());
        courier.before(event -> {
            if (event.id() == poison) {
                throw new IllegalArgumentException("no such thing");
            }
        });
        // The first one is delivered alone, after the call with both has failed.
        courier.after(events -> givenAnOutage());

        givenRelay(new QuickSettings(2));

        await().until(() -> courier.calls() > 10);
        assertThat(number("SELECT count(*) FROM outbox_event")).isEqualTo(2);
        assertThat(number("SELECT max(attempts) FROM outbox_event")).isZero();
        courier.recover();
        thenEmpty();
    }

    @Test
    void a_busy_service_does_not_hammer_at_a_destination_that_is_away() {
        givenAnOutage();
        OutboxRelay relay = givenRelay(new QuickSettings(1_000));
        givenEvent(UUID.randomUUID());

        await().pollInterval(Duration.ofMillis(5))
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(3))
                .until(() -> {
                    relay.wake();
                    return true;
                });

        assertThat(courier.calls()).isBetween(1, 60);
    }

    private void givenAnOutage() {
        courier.before(event -> {
            throw new DestinationUnavailableException("connection refused", null);
        });
    }
}
