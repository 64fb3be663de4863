package io.cloudshop.outbox;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Events that could not be delivered, for an admin: to look at, to send again, to give up. Thread-safe. */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final OutboxTable table;
    private final OutboxRelay relay;
    private final OutboxMetrics metrics;

    DeadLetters(OutboxTable table, OutboxRelay relay, OutboxMetrics metrics) {
        this.table = table;
        this.relay = relay;
        this.metrics = metrics;
    }

    /** At most {@code size} with an id above {@code after}, oldest first. */
    public DeadLetterPage list(long after, int size) {
        return DeadLetterPage.of(table.deadLettersAfter(after, size + 1), size);
    }

    /** Puts a dead letter back into the queue; 404 where there is none of that id. */
    public void replay(long id, String actor) {
        if (!table.revive(id)) {
            throw unknown();
        }
        LOG.infof("Dead letter %d is delivered again, as %s says", id, actor);
        metrics.replayed();
        relay.wake();
    }

    /** Gives a dead letter up for good; 404 where there is none of that id. */
    public void drop(long id, String actor) {
        DeadLetter dropped = table.drop(id).orElseThrow(DeadLetters::unknown);
        LOG.warnf(
                "Dead letter %d (%s of %s, created %s) is dropped, as %s says",
                id, dropped.type(), dropped.aggregateId(), dropped.createdAt(), actor);
        metrics.dropped();
    }

    private static DomainException unknown() {
        return CommonProblems.notFound("The dead letter");
    }
}
