package io.cloudshop.products.search;

import io.cloudshop.database.ScalarQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Gives the next statements of a transaction no longer than is left. One that takes longer is ended by the database, and
 * whoever searches is told to come back (503): what still waits holds a connection from those who buy.
 */
@ApplicationScoped
class StatementTime {

    private static final String LIMIT = "SELECT set_config('statement_timeout', :millis, true)";

    private final EntityManager entities;

    StatementTime(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(TxType.MANDATORY)
    void limit(Deadline deadline) {
        ScalarQuery.of(entities, LIMIT, String.class)
                .setParameter("millis", String.valueOf(deadline.millisLeft()))
                .getSingleResult();
    }
}
