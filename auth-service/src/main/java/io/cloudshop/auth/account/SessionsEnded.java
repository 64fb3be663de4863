package io.cloudshop.auth.account;

import java.util.Optional;
import java.util.UUID;

/**
 * Fired in the transaction that takes a user's sessions into a new epoch: tokens of older ones are to be refused.
 *
 * @param newEpoch the first one whose tokens are good
 * @param exceptTokenId the {@code jti} of the token whose bearer ended the others, and goes on
 */
public record SessionsEnded(UUID userId, int newEpoch, Optional<String> exceptTokenId) {}
