package io.cloudshop.outbox;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Dead letters, oldest first; {@code nextCursor} is what comes next as {@code after}, absent on the last page. */
@Schema(name = "DeadLetters", requiredProperties = "items")
public record DeadLetterPage(List<DeadLetter> items, String nextCursor) {

    /** Of one more than {@code size}, if there are more. */
    static DeadLetterPage of(List<DeadLetter> found, int size) {
        if (found.size() <= size) {
            return new DeadLetterPage(found, null);
        }
        List<DeadLetter> items = List.copyOf(found.subList(0, size));
        return new DeadLetterPage(items, String.valueOf(items.getLast().id()));
    }
}
