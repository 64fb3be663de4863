package io.cloudshop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Order an aggregate, at least once, whatever happens to the relays. */
@QuarkusTest
class OutboxOrderTest extends OutboxTest {

    private static final int AGGREGATES = 60;
    private static final int EVENTS_OF_EACH = 40;

    @Test
    void two_relays_deliver_every_event_once_and_those_of_an_aggregate_in_order() {
        givenEventsOfAllAggregatesIntertwined();

        givenRelays(2);

        thenEmpty();
        assertThat(deliveredIds()).hasSize(AGGREGATES * EVENTS_OF_EACH).doesNotHaveDuplicates();
        aggregates().forEach(aggregate -> assertThat(deliveredOf(aggregate)).isSorted());
    }

    @Test
    void a_destination_that_stumbles_now_and_then_changes_no_order() {
        givenEventsOfAllAggregatesIntertwined();
        AtomicInteger count = new AtomicInteger();
        courier.before(event -> {
            if (count.incrementAndGet() % 997 == 0) {
                throw new IllegalStateException("stumbled");
            }
        });

        givenRelays(2);

        thenEmpty();
        aggregates().forEach(aggregate -> assertThat(firstTimes(aggregate))
                .hasSize(EVENTS_OF_EACH)
                .isSorted());
    }

    @Test
    void events_that_a_relay_delivered_but_could_not_mark_are_delivered_again_in_order() {
        UUID aggregate = UUID.randomUUID();
        List<Long> ids = List.of(givenEvent(aggregate), givenEvent(aggregate), givenEvent(aggregate));
        AtomicBoolean killed = new AtomicBoolean();
        courier.after(events -> {
            if (killed.compareAndSet(false, true)) {
                killWhoeverHasLockedEvents();
            }
        });

        givenRelays(2);

        thenEmpty();
        List<Long> twice = List.of(ids.get(0), ids.get(1), ids.get(2), ids.get(0), ids.get(1), ids.get(2));
        assertThat(deliveredOf(aggregate)).isEqualTo(twice);
    }

    @Test
    void a_replayed_event_overtakes_nobody_who_is_on_the_way() {
        UUID aggregate = UUID.randomUUID();
        long dead = givenEvent(aggregate);
        execute("UPDATE outbox_event SET dead_at = now() WHERE id = ?", dead);
        long first = givenEvent(aggregate);
        long second = givenEvent(aggregate);
        AtomicBoolean replayed = new AtomicBoolean();
        courier.before(event -> {
            if (replayed.compareAndSet(false, true)) {
                assertThat(table.revive(dead)).isTrue();
                givenRelays(1);
            }
        });

        givenRelays(1);

        thenEmpty();
        assertThat(deliveredOf(aggregate)).containsExactly(first, second, dead);
    }

    private void givenEventsOfAllAggregatesIntertwined() {
        execute("""
                INSERT INTO outbox_event (aggregate_id, type)
                SELECT CAST(lpad(to_hex(aggregate), 32, '0') AS uuid), 'Happened'
                  FROM generate_series(1, %d) AS event, generate_series(1, %d) AS aggregate
                 ORDER BY event""".formatted(EVENTS_OF_EACH, AGGREGATES));
    }

    private List<UUID> aggregates() {
        return courier.delivered().stream()
                .map(OutboxEvent::aggregateId)
                .distinct()
                .toList();
    }

    private List<Long> firstTimes(UUID aggregate) {
        return deliveredOf(aggregate).stream().distinct().toList();
    }

    /** Has a transaction id: a relay that found all events locked has only asked for the table. */
    private void killWhoeverHasLockedEvents() {
        assertThat(number("""
                        SELECT count(pg_terminate_backend(pid)) FROM pg_locks
                         WHERE locktype = 'transactionid' AND mode = 'ExclusiveLock' AND pid <> pg_backend_pid()
                           AND pid IN (SELECT pid FROM pg_locks
                                        WHERE relation = 'outbox_event'::regclass AND mode = 'RowShareLock')""")).isOne();
    }
}
