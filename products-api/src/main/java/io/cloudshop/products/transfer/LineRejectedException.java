package io.cloudshop.products.transfer;

import io.cloudshop.defaults.problem.DomainException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A line of a file is no product, and why. The others are imported. Has no stack trace: a file may be full of them. */
final class LineRejectedException extends RuntimeException {

    LineRejectedException(String message) {
        super(message, null, false, false);
    }

    /** What the same product would be refused for if it came alone. */
    static LineRejectedException of(DomainException refused) {
        return refused.members().get("violations") instanceof List<?> violations
                ? new LineRejectedException(violations.stream()
                        .map(violation -> violation instanceof Map<?, ?> parts ? sentence(parts) : "")
                        .collect(Collectors.joining("; ")))
                : new LineRejectedException(refused.getMessage());
    }

    /** @param violations each a field and what it must be */
    static LineRejectedException of(List<String> violations) {
        return new LineRejectedException(violations.stream().sorted().collect(Collectors.joining("; ")));
    }

    private static String sentence(Map<?, ?> violation) {
        return violation.get("field") + " " + violation.get("message");
    }
}
