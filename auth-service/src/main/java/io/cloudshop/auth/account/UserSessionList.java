package io.cloudshop.auth.account;

import io.cloudshop.auth.refresh.LiveSession;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sessions of a user that are not over, newest first. */
@Schema(
        name = "UserSessions",
        requiredProperties = {"items", "total"})
record UserSessionList(
        @Schema(description = "At most 100") List<LiveSession> items,

        @Schema(description = "How many there are") long total) {}
