package io.cloudshop.orders.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of a list, newest first, and where the next one begins; no cursor means that this is the last. */
@Schema(requiredProperties = {"items"})
public record OrderPage(
        List<OrderView> items,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
        String nextCursor) {

    private static final int BYTES_OF_A_UUID = 16;

    /** @param found one more than {@code size} where there is more */
    public static OrderPage of(List<Order> found, int size) {
        List<OrderView> items = found.stream().limit(size).map(OrderView::of).toList();
        String next = found.size() > size ? cursorOf(items.getLast().id()) : null;
        return new OrderPage(items, next);
    }

    /** The id that a cursor stands for; null for none. */
    public static UUID idOf(String cursor) {
        if (cursor == null) {
            return null;
        }
        byte[] bytes = decoded(cursor);
        if (bytes.length != BYTES_OF_A_UUID) {
            throw noCursor(null);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw noCursor(notBase64);
        }
    }

    private static DomainException noCursor(Throwable cause) {
        return new DomainException(CommonProblems.MALFORMED, "after must be a nextCursor of an earlier answer.", cause);
    }

    private static String cursorOf(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES_OF_A_UUID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
