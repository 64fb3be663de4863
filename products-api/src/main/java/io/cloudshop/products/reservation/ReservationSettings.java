package io.cloudshop.products.reservation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long stock is kept for an order that does not come to an end. */
@ConfigMapping(prefix = "cloudshop.reservations")
interface ReservationSettings {

    /** How long units are held for an order that is not confirmed. Default 15 minutes. */
    @WithDefault("15m")
    Duration ttl();

    /** How often overdue reservations are looked for, at least 1 s; {@code off} never. Default 5 s. */
    @WithDefault("5s")
    String expiryInterval();

    /** How many reservations one expiry transaction ends at most. Default 100. */
    @WithDefault("100")
    int expiryBatch();
}
