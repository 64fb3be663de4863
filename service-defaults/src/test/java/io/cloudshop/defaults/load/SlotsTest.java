package io.cloudshop.defaults.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloudshop.defaults.problem.DomainException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private final CountDownLatch finish = new CountDownLatch(1);
    private final AtomicInteger atWork = new AtomicInteger();

    @Test
    void one_more_than_there_are_slots_waits_for_its_turn() {
        Slots slots = new Slots(2, Duration.ofMinutes(1), "Later.");
        var first = running(slots);
        var second = running(slots);
        await().until(() -> atWork.get() == 2);

        var third = running(slots);
        await().during(Duration.ofMillis(200)).until(() -> atWork.get() == 2);
        finish.countDown();

        assertThat(CompletableFuture.allOf(first, second, third)).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void nobody_waits_for_ever() {
        Slots slots = new Slots(1, Duration.ofMillis(50), "Later.");
        var first = running(slots);
        await().until(() -> atWork.get() == 1);

        assertThatThrownBy(() -> slots.run(() -> "mine")).isInstanceOfSatisfying(DomainException.class, refused -> {
            assertThat(refused.type().status()).isEqualTo(503);
            assertThat(refused).hasMessage("Later.");
        });

        finish.countDown();
        assertThat(first).succeedsWithin(Duration.ofSeconds(10));
        assertThat(slots.run(() -> "mine")).isEqualTo("mine");
    }

    @Test
    void work_that_fails_leaves_its_slot_to_the_next() {
        Slots slots = new Slots(1, Duration.ofMillis(50), "Later.");

        assertThatThrownBy(() -> slots.run(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(slots.run(() -> "mine")).isEqualTo("mine");
    }

    private CompletableFuture<String> running(Slots slots) {
        return CompletableFuture.supplyAsync(
                () -> slots.run(() -> {
                    atWork.incrementAndGet();
                    awaitFinish();
                    return "done";
                }),
                Thread::startVirtualThread);
    }

    private void awaitFinish() {
        try {
            finish.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
