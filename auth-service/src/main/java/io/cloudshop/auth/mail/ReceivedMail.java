package io.cloudshop.auth.mail;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mail that would have been sent. */
@Schema(requiredProperties = {"id", "to", "subject", "text", "receivedAt"})
record ReceivedMail(
        UUID id, @Schema(example = "ada@example.org") String to, String subject, String text, Instant receivedAt) {

    @Override
    public String toString() {
        return "ReceivedMail[" + id + "]";
    }
}
