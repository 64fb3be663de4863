package io.cloudshop.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.hibernate.Session;
import org.hibernate.query.Query;

/**
 * SQL whose rows have one column.
 *
 * <p>Not by {@code createNativeQuery(sql, UUID.class)}: Hibernate (7.2) keeps a plan for each call of that, because its key is equal to no
 * other, and all of them under the hash of the SQL, so that each look-up goes through thousands.
 */
public final class ScalarQuery {

    private ScalarQuery() {}

    /**
     * @param type as JDBC reads the column
     * @throws ClassCastException by the result, where JDBC reads it as something else
     */
    public static <T> Query<T> of(EntityManager database, String sql, Class<T> type) {
        return database.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .setTupleTransformer((values, names) -> type.cast(values[0]));
    }
}
