package io.cloudshop.auth.reset;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The same for everybody.
 *
 * @param expiresIn seconds that a link can be used, if one is sent
 */
@Schema(
        name = "AcceptedPasswordReset",
        requiredProperties = {"expiresIn"})
record AcceptedReset(@Schema(example = "1800") long expiresIn) {}
