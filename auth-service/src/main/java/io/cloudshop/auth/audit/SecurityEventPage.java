package io.cloudshop.auth.audit;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Security events, newest first; {@code nextCursor} is what comes next as {@code after}, absent on the last page. */
@Schema(name = "SecurityEvents", requiredProperties = "items")
record SecurityEventPage(List<SecurityEventView> items, UUID nextCursor) {

    /** Of one more than {@code size}, if there are more. */
    static SecurityEventPage of(List<SecurityEvent> found, int size) {
        List<SecurityEventView> items =
                found.stream().limit(size).map(SecurityEvent::view).toList();
        return new SecurityEventPage(
                items, found.size() > size ? items.getLast().id() : null);
    }
}
