package io.cloudshop.defaults.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything no other mapper knows, checked exceptions too (a failed commit is one): a store that is away or busy is 503
 * and worth a retry, the rest is a 500 that says nothing of the inside.
 */
@Provider
@Priority(CommonProblems.BEFORE_THE_LIBRARY)
public class UnexpectedExceptionMapper extends ExceptionMapperBase<Exception> {

    /** SQLSTATE classes: connection exception, operator intervention, insufficient resources, rollback. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "57", "53", "40");

    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    @Override
    protected HttpProblem toProblem(Exception exception) {
        if (causes(exception).anyMatch(DomainException.class::isInstance)) {
            DomainException domain = (DomainException) causes(exception)
                    .filter(DomainException.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            return DomainExceptionMapper.toHttpProblem(domain);
        }
        if (causes(exception).anyMatch(UnexpectedExceptionMapper::isTransient) || ranOutOfTime(exception)) {
            return DomainExceptionMapper.toHttpProblem(CommonProblems.unavailable(
                    "A store this service needs cannot be reached at the moment; try again.", exception));
        }
        if (causes(exception).anyMatch(UnexpectedExceptionMapper::isUnstorableText)) {
            return DomainExceptionMapper.toHttpProblem(new DomainException(
                    CommonProblems.MALFORMED, "The request contains a character U+0000.", exception));
        }
        return DomainExceptionMapper.toHttpProblem(new DomainException(
                CommonProblems.INTERNAL,
                "Something went wrong on our side; give the X-Request-Id of this answer when you report it.",
                exception));
    }

    /** True where the same request can succeed a moment later without any change to it. */
    static boolean isTransient(Throwable cause) {
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
