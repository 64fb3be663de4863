package io.cloudshop.products.change;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;

/**
 * Writes news into the stream, behind the back of whoever has them: nobody waits for Redis. What cannot be written is counted
 * and forgotten, since the caches of other replicas forget by themselves. Thread-safe.
 */
@ApplicationScoped
class NewsSender {

    private static final Logger LOG = Logger.getLogger(NewsSender.class);
    private static final int MOST_WAITING = 1_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final UUID replica = UUID.randomUUID();
    private final BlockingQueue<News> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final NewsStream stream;
    private final Counter lost;

    private volatile boolean isRunning;
    private boolean isAway;
    private Thread thread;

    NewsSender(NewsStream stream, MeterRegistry metrics) {
        this.stream = stream;
        this.lost = Counter.builder("cloudshop.catalogue.news.lost")
                .description("Changes of products that other replicas were not told of")
                .register(metrics);
    }

    /** By which this replica knows its own entries. */
    UUID replica() {
        return replica;
    }

    void send(News news) {
        if (!waiting.offer(news)) {
            lost.increment();
        }
    }

    void start(@Observes StartupEvent event) {
        isRunning = true;
        thread = Thread.ofVirtual().name("catalogue-news-out").start(this::work);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        isRunning = false;
        thread.interrupt();
        thread.join(STOP_WITHIN);
    }

    private void work() {
        while (isRunning) {
            try {
                List<News> news = new ArrayList<>();
                news.add(waiting.take());
                waiting.drainTo(news);
                write(news);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void write(List<News> news) {
        try {
            stream.append(replica, News.together(news));
            isAway = false;
        } catch (Throwable redisIsAway) {
            // An Error too: a sender that has ended looks like one without news.
            lost.increment(news.size());
            if (!isAway) {
                LOG.warnf("Changes of products do not reach other replicas; their caches are late: %s", redisIsAway);
            }
            isAway = true;
        }
    }
}
