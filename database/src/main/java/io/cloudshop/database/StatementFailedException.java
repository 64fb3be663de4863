package io.cloudshop.database;

import java.sql.SQLException;

/** The database said no, or nothing; the cause tells why. */
public final class StatementFailedException extends RuntimeException {

    StatementFailedException(SQLException cause) {
        super("The database did not run a statement", cause);
    }
}
