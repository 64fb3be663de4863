package io.cloudshop.products.change;

import io.cloudshop.defaults.BackOff;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells this replica's caches what other replicas changed. While Redis is away they forget by themselves. */
@ApplicationScoped
class NewsFeed {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
    private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(2));

    private final NewsStream stream;
    private final NewsSender sender;
    private final Event<News> news;
    private final Clock clock;
    private final Duration wait;
    private final Counter failures;
    private final Timer delay;

    private volatile boolean isRunning;
    private Thread thread;
    private String position;
    private int failuresInARow;

    /** @param patience how long the client waits for an answer: Redis has to say "nothing new" before */
    NewsFeed(
            NewsStream stream,
            NewsSender sender,
            Event<News> news,
            Clock clock,
            @ConfigProperty(name = "quarkus.redis.timeout") Duration patience,
            MeterRegistry metrics) {
        this.stream = stream;
        this.sender = sender;
        this.news = news;
        this.clock = clock;
        this.wait = patience.dividedBy(2);
        this.failures = Counter.builder("cloudshop.catalogue.news.reads.failed")
                .description("Reads of other replicas' changes that failed")
                .register(metrics);
        this.delay = Timer.builder("cloudshop.catalogue.news.delay")
                .description("How long this replica could serve a product as it was before another replica changed it")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        isRunning = true;
        position = Instant.now(clock).toEpochMilli() + "-0";
        thread = Thread.ofVirtual().name("catalogue-news-in").start(this::follow);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        isRunning = false;
        thread.interrupt();
        thread.join(STOP_WITHIN);
    }

    private void follow() {
        while (isRunning) {
            try {
                stream.after(position, wait).forEach(this::take);
                failuresInARow = 0;
            } catch (Throwable redisIsAway) {
                // An Error too: a feed that has ended looks like one without news.
                pause();
            }
        }
    }

    private void take(NewsStream.Entry entry) {
        position = entry.position();
        if (!sender.replica().toString().equals(entry.sender())) {
            news.fire(entry.news());
            Duration late = Duration.between(entry.at(), clock.instant());
            delay.record(late.isNegative() ? Duration.ZERO : late);
        }
    }

    private void pause() {
        if (!isRunning) {
            return;
        }
        failures.increment();
        failuresInARow++;
        try {
            TimeUnit.MILLISECONDS.sleep(BACK_OFF.after(failuresInARow).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
