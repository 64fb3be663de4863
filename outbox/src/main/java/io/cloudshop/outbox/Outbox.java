package io.cloudshop.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Facts are told to others only if, and surely if, the transaction that made them true commits. Thread-safe.
 *
 * <p>Order within an aggregate is the order of {@link #append} as long as writers lock the aggregate's row first.
 */
@ApplicationScoped
public class Outbox {

    /** How many connections of the pool the relay and the metrics use at once, those of the publisher not counted. */
    public static final int CONNECTIONS = 2;

    private final OutboxTable table;
    private final OutboxRelay relay;
    private final ObjectMapper json;
    private final TransactionManager transactions;

    Outbox(OutboxTable table, OutboxRelay relay, ObjectMapper json, TransactionManager transactions) {
        this.table = table;
        this.relay = relay;
        this.json = json;
        this.transactions = transactions;
    }

    /** Adds an event to the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(UUID aggregateId, String type, Object payload) {
        try {
            table.append(aggregateId, type, json.writeValueAsString(payload), EventTraces.current());
            transactions.getTransaction().registerSynchronization(new WakeRelay());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The payload of " + type + " is not JSON", e);
        } catch (jakarta.transaction.SystemException | jakarta.transaction.RollbackException e) {
            throw new IllegalStateException("The running transaction takes no more work", e);
        }
    }

    /** The destination can be reached again: the relay need not wait for its next attempt. */
    public void wake() {
        relay.wake();
    }

    /** How far the relay is behind, read now. */
    @Transactional
    public OutboxLag lag() {
        return table.lag();
    }

    private final class WakeRelay implements Synchronization {

        @Override
        public void beforeCompletion() {
            // nothing to do: the event is written already
        }

        @Override
        public void afterCompletion(int status) {
            relay.wake();
        }
    }
}
