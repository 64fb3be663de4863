package io.cloudshop.orders.catalogue;

import io.cloudshop.orders.order.OrderLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The calls to products-api with their fault tolerance; timeouts stand with the clients' configuration. An answer is an
 * answer, also a 404 or 409: only its absence is retried and counted by the circuit.
 */
@ApplicationScoped
@Retry(maxRetries = 1, delay = 100, jitter = 50, retryOn = CatalogueUnavailableException.class)
@CircuitBreaker(
        requestVolumeThreshold = 20,
        failureRatio = 0.5,
        delay = 2,
        delayUnit = ChronoUnit.SECONDS,
        failOn = CatalogueUnavailableException.class)
class CatalogueCalls {

    private static final int MOST_PRODUCTS = 100;

    private final ProductsClient products;
    private final ReservationsClient reservations;

    CatalogueCalls(@RestClient ProductsClient products, @RestClient ReservationsClient reservations) {
        this.products = products;
        this.reservations = reservations;
    }

    /** Holds the stock for an order; the same order again gives the same answer. */
    Reservation reserve(UUID orderId, List<OrderLine> lines) {
        var wanted = lines.stream()
                .map(line -> new ReservationRequest.Line(line.productId(), line.quantity()))
                .toList();
        try (Response answer = ask(() -> reservations.reserve(new ReservationRequest(orderId, wanted)))) {
            return switch (answer.getStatus()) {
                case 200, 201 -> read(answer, Reservation.class);
                case 404, 409, 422 -> throw refusal(answer);
                default -> throw unexpected(answer);
            };
        }
    }

    /** Turns held stock into sold stock; false when it is not held any more. */
    boolean confirm(UUID orderId) {
        try (Response answer = ask(() -> reservations.confirm(orderId))) {
            return switch (answer.getStatus()) {
                case 200 -> true;
                case 404, 409 -> false;
                default -> throw unexpected(answer);
            };
        }
    }

    /** Gives stock back, held or sold; nothing can be held for this order afterwards. */
    void release(UUID orderId) {
        try (Response answer = ask(() -> reservations.release(orderId))) {
            if (answer.getStatus() != 204) {
                throw unexpected(answer);
            }
        }
    }

    /** Those of the products that exist, in any order. */
    List<CatalogueProduct> products(Collection<UUID> ids) {
        try (Response answer = ask(() -> products.products(List.copyOf(ids), MOST_PRODUCTS))) {
            if (answer.getStatus() != 200) {
                throw unexpected(answer);
            }
            return read(answer, CatalogueProduct.Page.class).items();
        }
    }

    List<StockClaim> claims(UUID after, UUID orderId, int size) {
        try (Response answer = ask(() -> reservations.claims(after, orderId, size))) {
            if (answer.getStatus() != 200) {
                throw unexpected(answer);
            }
            return read(answer, StockClaim.Page.class).items();
        }
    }

    private static Response ask(Supplier<Response> call) {
        try {
            return call.get();
        } catch (RuntimeException noAnswer) {
            throw new CatalogueUnavailableException("products-api cannot be reached", noAnswer);
        }
    }

    private static <T> T read(Response answer, Class<T> type) {
        try {
            return answer.readEntity(type);
        } catch (RuntimeException brokenOff) {
            throw new CatalogueUnavailableException("The answer of products-api cannot be read", brokenOff);
        }
    }

    private static ReservationRefusedException refusal(Response answer) {
        RefusalBody problem = read(answer, RefusalBody.class);
        return new ReservationRefusedException(problem.slug(), problem.shortagesOrNone());
    }

    private static CatalogueUnavailableException unexpected(Response answer) {
        return new CatalogueUnavailableException("products-api answered " + answer.getStatus());
    }
}
