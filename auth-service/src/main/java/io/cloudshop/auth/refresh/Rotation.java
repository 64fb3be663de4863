package io.cloudshop.auth.refresh;

import java.util.UUID;

/** What came of a refresh token that somebody presented. */
public sealed interface Rotation {

    /**
     * It was good and is used now; the session goes on with the next one.
     *
     * @param sessionEpoch that of the user when the session was opened
     */
    record Rotated(UUID userId, int sessionEpoch, RefreshToken next) implements Rotation {}

    /** Somebody had used it before, so one of the two is a thief: the session is over for both. */
    record Reused() implements Rotation {}

    /** It is unknown, has expired or belongs to a session that is over. */
    record Refused() implements Rotation {}
}
