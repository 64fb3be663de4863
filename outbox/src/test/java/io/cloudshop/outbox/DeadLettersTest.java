package io.cloudshop.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.testing.LogRecords;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLettersTest extends OutboxTest {

    private static final String ACTOR = "019a0000-admin";

    @Inject
    DeadLetters deadLetters;

    @Inject
    MeterRegistry registry;

    private final UUID aggregate = UUID.randomUUID();

    @Test
    void dead_letters_are_listed_page_by_page() {
        long first = givenDeadLetter();
        givenEvent(aggregate);
        long second = givenDeadLetter();
        long third = givenDeadLetter();

        DeadLetterPage page = deadLetters.list(0, 2);

        assertThat(page.items()).extracting(DeadLetter::id).containsExactly(first, second);
        assertThat(page.nextCursor()).isEqualTo(String.valueOf(second));
        DeadLetterPage last = deadLetters.list(second, 2);
        assertThat(last.items()).extracting(DeadLetter::id).containsExactly(third);
        assertThat(last.nextCursor()).isNull();
    }

    @Test
    void a_replayed_dead_letter_is_delivered_and_counted_and_logged_with_who_said_so() {
        long id = givenDeadLetter();
        double before = counted("replayed");
        givenRelays(1);

        try (LogRecords log = LogRecords.watch()) {
            deadLetters.replay(id, ACTOR);

            assertThat(messages(log)).anySatisfy(line -> assertThat(line).contains(String.valueOf(id), ACTOR));
        }
        thenEmpty();
        assertThat(deliveredIds()).containsExactly(id);
        assertThat(counted("replayed") - before).isEqualTo(1);
    }

    @Test
    void a_dropped_dead_letter_is_gone_and_counted_and_logged_with_who_said_so() {
        long id = givenDeadLetter();
        double before = counted("dropped");

        try (LogRecords log = LogRecords.watch()) {
            deadLetters.drop(id, ACTOR);

            assertThat(messages(log))
                    .anySatisfy(line -> assertThat(line).contains(String.valueOf(id), ACTOR, aggregate.toString()));
        }
        thenEmpty();
        assertThat(counted("dropped") - before).isEqualTo(1);
        thenUnknown(() -> deadLetters.drop(id, ACTOR));
    }

    @Test
    void an_event_that_is_alive_can_neither_be_replayed_nor_dropped() {
        long alive = givenEvent(aggregate);

        thenUnknown(() -> deadLetters.replay(alive, ACTOR));
        thenUnknown(() -> deadLetters.drop(alive, ACTOR));

        assertThat(number("SELECT count(*) FROM outbox_event")).isOne();
    }

    @Test
    void an_event_that_dies_is_counted() {
        double before = counted("buried");
        long id = givenEvent(aggregate);
        courier.before(event -> {
            throw new IllegalArgumentException("no such thing");
        });

        givenRelays(1);

        thenDead(id);
        assertThat(counted("buried") - before).isEqualTo(1);
    }

    private long givenDeadLetter() {
        long id = givenEvent(aggregate);
        execute("UPDATE outbox_event SET dead_at = now(), attempts = 8, last_error = 'no such thing' WHERE id = ?", id);
        return id;
    }

    private static List<String> messages(LogRecords log) {
        return log.of(DeadLetters.class).stream()
                .map(line -> ((ExtLogRecord) line).getFormattedMessage())
                .toList();
    }

    private double counted(String action) {
        return registry.get("cloudshop.outbox.dead.letters")
                .tag("action", action)
                .counter()
                .count();
    }

    private static void thenUnknown(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, refused -> assertThat(
                        refused.type().status())
                .isEqualTo(404));
    }
}
