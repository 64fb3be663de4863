package io.cloudshop.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One event that can never be delivered: it is put aside in the end, and nobody else is worse off. */
@QuarkusTest
class PoisonTest extends OutboxTest {

    /** The ways of a publisher to fail over one event. */
    enum Way {
        REFUSES(event -> {
            throw new IllegalArgumentException("no such thing");
        }),
        HANGS(event -> Courier.hang()),
        LOOKS_AWAY(event -> {
            throw new DestinationUnavailableException("timeout", null);
        }),
        BREAKS(event -> {
            throw new StackOverflowError();
        }),
        WITH_AN_ERROR_THAT_CANNOT_BE_STORED(event -> {
            throw new IllegalArgumentException("\0" + "x".repeat(1_000_000));
        });

        private final Consumer<OutboxEvent> failure;

        Way(Consumer<OutboxEvent> failure) {
            this.failure = failure;
        }
    }

    private final List<Long> good = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "REFUSES, 0, 30", "REFUSES, 15, 15", "REFUSES, 30, 0", "REFUSES, 0, 0",
        "HANGS,   0, 30", "HANGS,   15, 15", "HANGS,   30, 0", "HANGS,   0, 0",
        "BREAKS,  0, 30", "BREAKS,  15, 15", "BREAKS,  30, 0", "BREAKS,  0, 0",
        "WITH_AN_ERROR_THAT_CANNOT_BE_STORED, 15, 15"
    })
    void a_poison_event_dies_wherever_it_stands_and_all_others_are_delivered(Way way, int before, int after) {
        givenGoodEvents(before);
        long poison = givenPoison(way, UUID.randomUUID());
        givenGoodEvents(after);

        givenRelays(2);

        thenOnlyDeadLettersAreLeft(1);
        thenDead(poison);
        assertThat(deliveredIds()).containsAll(good).doesNotContain(poison);
        assertThat(number("SELECT attempts FROM outbox_event WHERE id = ?", poison))
                .isEqualTo(QuickSettings.ATTEMPTS);
    }

    @Test
    void an_event_over_which_the_destination_always_looks_away_dies_once_others_show_that_it_is_there() {
        long poison = givenPoison(Way.LOOKS_AWAY, UUID.randomUUID());
        givenGoodEvents(30);

        givenRelays(1);

        await().atMost(Duration.ofSeconds(20)).until(() -> deliveredIds().containsAll(good));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            givenGoodEvents(1);
            return number("SELECT count(*) FROM outbox_event WHERE id = ? AND dead_at IS NOT NULL", poison) == 1;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSES", "HANGS"})
    void what_comes_after_a_poison_event_in_its_aggregate_waits_until_it_is_dead(Way way) {
        UUID aggregate = UUID.randomUUID();
        long before = givenEvent(aggregate);
        long poison = givenPoison(way, aggregate);
        long after = givenEvent(aggregate);
        List<String> state = new ArrayList<>();
        courier.after(events -> events.stream()
                .filter(event -> event.id() == after)
                .forEach(event ->
                        state.add(text("SELECT (dead_at IS NOT NULL)::text FROM outbox_event WHERE id = ?", poison))));

        givenRelays(2);

        thenOnlyDeadLettersAreLeft(1);
        assertThat(deliveredOf(aggregate).stream().distinct()).containsExactly(before, after);
        assertThat(state).isNotEmpty().containsOnly("true");
    }

    @Test
    void each_failed_attempt_is_counted_and_the_next_one_waits() {
        long poison = givenPoison(Way.REFUSES, UUID.randomUUID());
        courier.before(event -> {
            throw new IllegalArgumentException("attempt " + event.attempts());
        });

        givenRelays(1);

        thenDead(poison);
        assertThat(courier.calls()).isEqualTo(QuickSettings.ATTEMPTS);
        assertThat(text("SELECT last_error FROM outbox_event WHERE id = ?", poison))
                .contains("attempt " + (QuickSettings.ATTEMPTS - 1));
        assertThat(text("SELECT (next_attempt_at > created_at)::text FROM outbox_event WHERE id = ?", poison))
                .isEqualTo("true");
    }

    @Test
    void one_bad_event_among_ten_thousand_costs_a_few_calls() {
        // In the middle of a round: at its head, one after the other would be as good as halving.
        givenEventsOfManyAggregates(5_050);
        long poison = givenPoison(Way.REFUSES, UUID.randomUUID());
        givenEventsOfManyAggregates(4_949);

        givenRelays(2);

        thenOnlyDeadLettersAreLeft(1);
        thenDead(poison);
        assertThat(deliveredIds().stream().distinct()).hasSize(9_999);
        assertThat(courier.calls()).isLessThan(150);
    }

    @Test
    void a_pass_that_takes_longer_than_its_round_goes_on_in_the_next_and_the_poison_is_found() {
        givenGoodEvents(40);
        long poison = givenPoison(Way.REFUSES, UUID.randomUUID());
        Consumer<OutboxEvent> failure = Way.REFUSES.failure;
        courier.before(event -> {
            pause(Duration.ofMillis(30));
            if (event.id() == poison) {
                failure.accept(event);
            }
        });

        givenRelays(1);

        thenOnlyDeadLettersAreLeft(1);
        assertThat(deliveredIds()).containsAll(good);
    }

    private void givenGoodEvents(int number) {
        for (int i = 0; i < number; i++) {
            good.add(givenEvent(UUID.randomUUID()));
        }
    }

    private long givenPoison(Way way, UUID aggregate) {
        long poison = givenEvent(aggregate);
        courier.before(event -> {
            if (event.id() == poison) {
                way.failure.accept(event);
            }
        });
        return poison;
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException givenUp) {
            throw new IllegalStateException("given up", givenUp);
        }
    }
}
