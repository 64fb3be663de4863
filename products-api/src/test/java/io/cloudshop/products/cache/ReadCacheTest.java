package io.cloudshop.products.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.products.testing.Parallel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadCacheTest {

    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(2);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger loads = new AtomicInteger();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ReadCache<String, Integer> cache = new ReadCache<>("test", 100, TIME_TO_LIVE, nanos::get, metrics);

    @Test
    void of_many_who_ask_at_once_one_loads() {
        List<Optional<Integer>> answers = Parallel.inParallel(
                50,
                i -> cache.get("lamp", key -> {
                    pause();
                    return Optional.of(loads.incrementAndGet());
                }));

        assertThat(answers).containsOnly(Optional.of(1));
        assertThat(requests("miss")).isOne();
        assertThat(requests("hit")).isEqualTo(49);
    }

    @Test
    void nothing_is_served_for_longer_than_its_time_nor_much_shorter() {
        assertThat(load()).isEqualTo(1);
        nanos.addAndGet(TIME_TO_LIVE.multipliedBy(3).dividedBy(4).toNanos() - 1);
        assertThat(load()).isEqualTo(1);

        nanos.addAndGet(TIME_TO_LIVE.dividedBy(4).toNanos() + 1);

        assertThat(load()).isEqualTo(2);
    }

    @Test
    void what_was_loaded_together_does_not_end_together() {
        List<String> keys = IntStream.range(0, 100).mapToObj(i -> "lamp " + i).toList();
        keys.forEach(key -> cache.get(key, any -> Optional.of(loads.incrementAndGet())));

        nanos.addAndGet(TIME_TO_LIVE.multipliedBy(7).dividedBy(8).toNanos());
        keys.forEach(key -> cache.get(key, any -> Optional.of(loads.incrementAndGet())));

        assertThat(loads.get()).isBetween(120, 180);
    }

    @Test
    void what_is_dropped_is_loaded_anew() {
        load();

        cache.drop(List.of("lamp", "chair"));
        assertThat(load()).isEqualTo(2);
        cache.dropAll();
        assertThat(load()).isEqualTo(3);
    }

    @Test
    void what_is_dropped_while_it_is_loaded_is_not_kept() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch dropped = new CountDownLatch(1);
        Future<Optional<Integer>> old = Parallel.start(() -> cache.get("lamp", key -> {
            loading.countDown();
            await(dropped);
            return Optional.of(-1);
        }));
        await(loading);

        cache.drop(List.of("lamp"));
        assertThat(load()).isEqualTo(1);
        dropped.countDown();

        assertThat(old.get()).contains(-1);
        assertThat(load()).isEqualTo(1);
    }

    @Test
    void a_peek_loads_nothing_and_finds_what_is_there() {
        assertThat(cache.peek("lamp")).isEmpty();
        load();

        assertThat(cache.peek("lamp")).contains(1);

        nanos.addAndGet(TIME_TO_LIVE.toNanos());
        assertThat(cache.peek("lamp")).isEmpty();
    }

    @Test
    void what_does_not_exist_is_asked_for_each_time() {
        assertThat(cache.get("lamp", key -> Optional.empty())).isEmpty();

        assertThat(load()).isEqualTo(1);
    }

    @Test
    void a_failure_reaches_all_who_waited_and_is_not_kept() {
        List<String> failures = Parallel.inParallel(10, i -> {
            try {
                cache.get("lamp", key -> {
                    pause();
                    throw new IllegalStateException("away");
                });
                return "none";
            } catch (IllegalStateException failure) {
                return failure.getMessage();
            }
        });

        assertThat(failures).containsOnly("away");
        assertThat(load()).isEqualTo(1);
        assertThatThrownBy(() -> cache.get("chair", key -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
    }

    private int load() {
        return cache.get("lamp", key -> Optional.of(loads.incrementAndGet())).orElseThrow();
    }

    private double requests(String result) {
        return metrics.get("cloudshop.catalogue.cache.requests")
                .tag("result", result)
                .counter()
                .count();
    }

    /** Long enough for all the others to arrive. */
    private static void pause() {
        await(new CountDownLatch(1), 300);
    }

    private static void await(CountDownLatch latch) {
        await(latch, 10_000);
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
