package io.cloudshop.auth.account;

/**
 * A user who has just proved to be who they say.
 *
 * @param sessionEpoch as it was at the proof: what ends the user's sessions from then on ends the one that is opened on
 *     the strength of this, too
 */
public record Authenticated(UserProfile profile, int sessionEpoch) {}
