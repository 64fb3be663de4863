package io.cloudshop.gateway.token;

import java.time.Instant;

/**
 * What the gateway needs of an access token that was verified.
 *
 * @param id the {@code jti} claim
 * @param subject the user's id
 */
record AccessToken(String id, String subject, Instant expiresAt) {}
