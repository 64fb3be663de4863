package io.cloudshop.revocation;

import io.cloudshop.defaults.BackOff;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Brings every revocation into this replica's list, moments after it was made. While Redis is away tokens stay valid until
 * they expire; what was missed comes as soon as it is back.
 */
@ApplicationScoped
class DenyListFeed {

    private static final Logger LOG = Logger.getLogger(DenyListFeed.class);
    /** A start, or a pause of our own, makes one answer late now and then. */
    private static final int TOLD_AT = 3;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
    private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(2));

    private final RevocationStream stream;
    private final DenyList list;
    private final Duration wait;
    private final Counter failures;

    private volatile boolean running;
    private Thread thread;
    private String position;
    private int failuresInARow;

    /** @param patience how long the client waits for an answer: Redis has to say "nothing new" before */
    DenyListFeed(
            RevocationStream stream,
            DenyList list,
            @ConfigProperty(name = "quarkus.redis.timeout") Duration patience,
            MeterRegistry meters) {
        this.stream = stream;
        this.list = list;
        this.wait = patience.dividedBy(2);
        this.failures = Counter.builder("cloudshop.revocations.reads.failed")
                .description("Reads of the deny list that failed")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        running = true;
        position = stream.beginning();
        thread = Thread.ofVirtual().name("deny-list").start(this::follow);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(STOP_WITHIN);
    }

    private void follow() {
        while (running) {
            try {
                stream.after(position, wait).forEach(this::take);
                recovered();
            } catch (Throwable redisIsAway) {
                // An Error too: a list that nobody feeds any more looks like one without news.
                failed(redisIsAway);
            }
        }
    }

    private void take(RevocationStream.Entry entry) {
        entry.revocation()
                .ifPresentOrElse(list::add, () -> LOG.warnf("Skipped entry %s of the deny list", entry.position()));
        position = entry.position();
    }

    private void recovered() {
        if (failuresInARow >= TOLD_AT) {
            LOG.infof("The deny list is read again, after %d attempts", failuresInARow);
        }
        failuresInARow = 0;
    }

    private void failed(Throwable why) {
        if (!running) {
            return;
        }
        failures.increment();
        if (++failuresInARow == TOLD_AT) {
            LOG.warnf("The deny list cannot be read; tokens stay valid until they expire: %s", why);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(BACK_OFF.after(failuresInARow).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
