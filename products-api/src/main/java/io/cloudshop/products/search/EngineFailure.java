package io.cloudshop.products.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.search.util.common.SearchTimeoutException;

/** Tells the engine's troubles, which pass, from mistakes in what it was asked, which do not. */
final class EngineFailure {

    /** How Hibernate Search quotes an answer of the engine, or one item of a bulk answer. */
    private static final Pattern STATUS = Pattern.compile("(?:Response: |\"status\": ?)(\\d{3})");

    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final Set<Integer> NOT_NOW = Set.of(401, 403, NOT_FOUND, 408, TOO_MANY_REQUESTS);

    private EngineFailure() {}

    /** True where the same call can succeed later: away, too slow, overloaded, out of disk. */
    static boolean isPassing(Throwable failure) {
        return isAbsence(failure) || isAnswered(failure, EngineFailure::isNotNow);
    }

    /** True where the engine is away, too slow or broken: a 4xx is an answer, which says nothing of other calls. */
    static boolean isAbsence(Throwable failure) {
        return causes(failure)
                        .anyMatch(cause -> cause instanceof IOException
                                || cause instanceof TimeoutException
                                || cause instanceof SearchTimeoutException)
                || isAnswered(failure, status -> status >= 500);
    }

    /** True where the engine says that there is no such index or alias. */
    static boolean isLoss(Throwable failure) {
        return isAnswered(failure, status -> status == NOT_FOUND);
    }

    /** True where the engine says that it has too much to do, or too little memory. */
    static boolean isOverload(Throwable failure) {
        return isAnswered(failure, status -> status == TOO_MANY_REQUESTS);
    }

    private static boolean isAnswered(Throwable failure, IntPredicate status) {
        return causes(failure)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .map(STATUS::matcher)
                .filter(Matcher::find)
                .anyMatch(found -> status.test(Integer.parseInt(found.group(1))));
    }

    /** Suppressed ones too: that is where Hibernate Search puts what it found wrong with a schema. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause), Arrays.stream(cause.getSuppressed()).flatMap(EngineFailure::causes)));
    }

    /**
     * 403 is what the engine says of an index that it blocked for writing, for lack of disk above all, 404 of one that is
     * being made, 401 while our credentials are changed: no fault of what it was asked.
     */
    private static boolean isNotNow(int status) {
        return NOT_NOW.contains(status);
    }
}
