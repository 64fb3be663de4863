package io.cloudshop.orders.catalogue;

import io.cloudshop.orders.order.OrderLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * products-api, as checkout and cart see it. A call ends in an answer, a refusal or {@link
 * CatalogueUnavailableException}, and everything may be repeated. Thread-safe.
 */
@ApplicationScoped
public class Catalogue {

    private final CatalogueCalls calls;

    Catalogue(CatalogueCalls calls) {
        this.calls = calls;
    }

    /**
     * Holds the stock for an order; the same order again gives the same answer.
     *
     * @throws ReservationRefusedException when it will not
     */
    public Reservation reserve(UUID orderId, List<OrderLine> lines) {
        return guarded(() -> calls.reserve(orderId, lines));
    }

    /** Turns held stock into sold stock; false when it is not held any more. */
    public boolean confirm(UUID orderId) {
        return guarded(() -> calls.confirm(orderId));
    }

    /** Gives stock back, held or sold; nothing can be held for this order afterwards. */
    public void release(UUID orderId) {
        guarded(() -> {
            calls.release(orderId);
            return null;
        });
    }

    /** Those of the products that exist, as they are now, by id. */
    public Map<UUID, CatalogueProduct> products(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return guarded(() -> calls.products(ids)).stream()
                .collect(Collectors.toMap(CatalogueProduct::id, Function.identity()));
    }

    /** Claims on stock of orders above {@code after} (null for the first ones) by order id, at most {@code size}. */
    public List<StockClaim> claimsAfter(UUID after, int size) {
        return guarded(() -> calls.claims(after, null, size));
    }

    /** The claim of one order as it is now. */
    public Optional<StockClaim> claimOf(UUID orderId) {
        return guarded(() -> calls.claims(null, orderId, 1)).stream().findFirst();
    }

    private static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (FaultToleranceException circuitIsOpen) {
            throw new CatalogueUnavailableException("products-api has been failing", circuitIsOpen);
        }
    }
}
