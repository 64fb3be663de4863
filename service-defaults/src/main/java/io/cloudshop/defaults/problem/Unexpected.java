package io.cloudshop.defaults.problem;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that says nothing by its type, checked exceptions too (a failed commit is one): a store that is away or busy is 503
 * and worth a retry, the rest is a 500 that says nothing of the inside.
 */
final class Unexpected {

    /** SQLSTATE classes: connection exception, operator intervention, insufficient resources, rollback. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "57", "53", "40");

    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    private Unexpected() {}

    static DomainException of(Throwable exception) {
        Optional<DomainException> domain = causes(exception)
                .filter(DomainException.class::isInstance)
                .map(DomainException.class::cast)
                .findFirst();
        if (domain.isPresent()) {
            return domain.get();
        }
        if (causes(exception).anyMatch(Unexpected::isTransient) || ranOutOfTime(exception)) {
            return CommonProblems.unavailable(
                    "A store this service needs cannot be reached at the moment; try again.", exception);
        }
        if (causes(exception).anyMatch(Unexpected::isUnstorableText)) {
            return new DomainException(CommonProblems.MALFORMED, "The request contains a character U+0000.", exception);
        }
        return new DomainException(
                CommonProblems.INTERNAL,
                "Something went wrong on our side; give the X-Request-Id of this answer when you report it.",
                exception);
    }

    /** True where the same request can succeed a moment later without any change to it. */
    private static boolean isTransient(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        boolean poolIsExhausted =
                state == null && sql.getMessage() != null && sql.getMessage().contains("cquisition timeout");
        return poolIsExhausted
                || (state != null && state.length() == 5 && TRANSIENT_CLASSES.contains(state.substring(0, 2)));
    }

    /** The transaction was given up before it could commit, without the database having said anything against it. */
    private static boolean ranOutOfTime(Throwable exception) {
        return causes(exception).anyMatch(RollbackException.class::isInstance)
                && causes(exception).noneMatch(SQLException.class::isInstance);
    }

    /** A path or query with {@code %00}; bodies are refused before they come here. */
    private static boolean isUnstorableText(Throwable cause) {
        return cause instanceof SQLException sql && CHARACTER_NOT_IN_REPERTOIRE.equals(sql.getSQLState());
    }

    private static Stream<Throwable> causes(Throwable exception) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
