package io.cloudshop.products.stock;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Behind which product the list goes on, whatever became of that one since.
 *
 * @param lowAt the lowest threshold that it was below or at
 */
record LowStockCursor(int lowAt, UUID id) {

    static final LowStockCursor BEFORE_ALL = new LowStockCursor(-1, new UUID(0, 0));

    private static final Pattern TEXT = Pattern.compile("(\\d{1,2})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** @param text null for the beginning; 400 for what is no cursor of ours */
    static LowStockCursor parse(String text) {
        if (text == null) {
            return BEFORE_ALL;
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new DomainException(CommonProblems.MALFORMED, "after must be the nextCursor of an earlier answer.");
        }
        return new LowStockCursor(Integer.parseInt(parts.group(1)), UUID.fromString(parts.group(2)));
    }

    /** As it stands in an answer. */
    String text() {
        return lowAt + "." + id;
    }
}
