package io.cloudshop.orders.checkout;

import io.cloudshop.defaults.load.Slots;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * How many checkouts a replica works on at once. A rush waits here before anything is stored or held for it, and not at the
 * database or at products-api. Thread-safe.
 */
@ApplicationScoped
class CheckoutSlots {

    private final Slots slots;

    CheckoutSlots(CheckoutSettings settings) {
        this.slots = new Slots(
                settings.atOnce(),
                settings.longestWait(),
                "Too many customers are checking out at the moment; nothing was ordered, try again with the same key.");
    }

    /** Does the work in a slot of its own; 503 when none becomes free in time. */
    <T> T run(Supplier<T> checkout) {
        return slots.run(checkout);
    }
}
