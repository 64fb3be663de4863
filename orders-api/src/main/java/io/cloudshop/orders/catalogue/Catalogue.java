package io.cloudshop.orders.catalogue;

import io.cloudshop.orders.order.OrderLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * products-api, as checkout and cart see it. A call ends in an answer, a refusal or {@link
 * CatalogueUnavailableException}, and everything may be repeated. Thread-safe.
 */
@ApplicationScoped
public class Catalogue {

    /** An id takes 40 characters of the 4 096 that an HTTP server is sure to read, and something may stand in between. */
    private static final int MOST_IN_ONE_URL = 50;

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

    /**
     * Turns held stock into sold stock.
     *
     * @throws ReservationRefusedException when it is not held any more
     */
    public void confirm(UUID orderId) {
        guarded(() -> {
            calls.confirm(orderId);
            return null;
        });
    }

    /** Gives stock back, held or sold; nothing can be held for this order afterwards. */
    public void release(UUID orderId) {
        guarded(() -> {
            calls.release(orderId);
            return null;
        });
    }

    /**
     * Those of the products that exist, as they are now, by id; any number of them.
     *
     * @param languages what names are read in: an Accept-Language header (RFC 9110, 12.5.4), or null
     */
    public Map<UUID, CatalogueProduct> products(Collection<UUID> ids, String languages) {
        return ids.stream()
                .distinct()
                .gather(Gatherers.windowFixed(MOST_IN_ONE_URL))
                .flatMap(some -> guarded(() -> calls.products(some, languages)).stream())
                .collect(Collectors.toMap(CatalogueProduct::id, Function.identity()));
    }

    /** Claims on stock of orders above {@code after} (null for the first ones) by order id, at most {@code size}. */
    public List<StockClaim> claimsAfter(UUID after, int size) {
        return guarded(() -> calls.claims(after, List.of(), null, size));
    }

    /** The claim of one order as it is now. */
    public Optional<StockClaim> claimOf(UUID orderId) {
        return claimsOf(List.of(orderId)).stream().findFirst();
    }

    /** The claims of those of the orders that have one, as they are now. */
    public List<StockClaim> claimsOf(List<UUID> orderIds) {
        return orderIds.stream()
                .gather(Gatherers.windowFixed(MOST_IN_ONE_URL))
                .flatMap(some -> guarded(() -> calls.claims(null, some, null, MOST_IN_ONE_URL)).stream())
                .toList();
    }

    /** Claims that changed since then, as {@link #claimsAfter}. */
    public List<StockClaim> claimsChangedSince(Instant since, UUID after, int size) {
        return guarded(() -> calls.claims(after, List.of(), since, size));
    }

    private static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (FaultToleranceException circuitIsOpen) {
            throw new CatalogueUnavailableException("products-api has been failing", circuitIsOpen);
        }
    }
}
