package io.cloudshop.auth.export;

import io.cloudshop.auth.account.UserProfile;
import io.cloudshop.auth.address.SavedAddress;
import io.cloudshop.auth.refresh.OwnSession;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this service keeps about a user: no secret, and nothing about anybody else. */
@Schema(
        name = "OwnData",
        requiredProperties = {"profile", "addresses", "sessions"})
record OwnData(
        UserProfile profile,
        List<SavedAddress> addresses,

        @Schema(description = "The latest ones, newest first")
        List<OwnSession> sessions) {}
