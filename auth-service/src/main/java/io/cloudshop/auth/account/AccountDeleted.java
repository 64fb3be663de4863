package io.cloudshop.auth.account;

import java.util.UUID;

/** Fired in the transaction that deletes a user: whatever else is kept about them has to go, too. */
public record AccountDeleted(UUID userId) {}
