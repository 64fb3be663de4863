package io.cloudshop.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls the publisher on a thread of its own and waits only so long, so that no publisher, whatever it does, keeps the
 * relay from recording what happened: neither one that hangs nor one that spoils the running transaction.
 */
@ApplicationScoped
class BoundedPublisher {

    private final OutboxPublisher publisher;
    private final OutboxSettings settings;
    private final EventTraces traces;

    BoundedPublisher(OutboxPublisher publisher, OutboxSettings settings, EventTraces traces) {
        this.publisher = publisher;
        this.settings = settings;
        this.traces = traces;
    }

    /** Gives the publisher's failure, or a {@link TimeoutException}, or null when everything was delivered. */
    Throwable publish(List<OutboxEvent> events) {
        FutureTask<Void> call =
                new FutureTask<>(() -> traces.continueIn(events, () -> publisher.publish(events)), null);
        Thread.ofVirtual().name("outbox-publish").start(call);
        try {
            call.get(settings.publishTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException failure) {
            return failure.getCause();
        } catch (TimeoutException hangs) {
            call.cancel(true);
            return new TimeoutException("No answer within " + settings.publishTimeout());
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new DestinationUnavailableException("The relay was stopped", stopped);
        }
    }
}
