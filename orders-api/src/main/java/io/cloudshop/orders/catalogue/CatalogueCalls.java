package io.cloudshop.orders.catalogue;

import io.cloudshop.orders.order.OrderLine;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The calls to products-api with their fault tolerance; timeouts stand with the clients' configuration. An answer is an
 * answer, also every 4xx: only its absence is retried and counted by the circuit, or what one customer asks for could
 * keep all the others out. Retried is also what our token was refused for: the client then has thrown it away.
 */
@ApplicationScoped
@Retry(
        maxRetries = 1,
        delay = 100,
        jitter = 50,
        retryOn = {NoAnswerException.class, TokenRefusedException.class})
@CircuitBreaker(
        requestVolumeThreshold = 20,
        failureRatio = 0.5,
        delay = 2,
        delayUnit = ChronoUnit.SECONDS,
        failOn = NoAnswerException.class)
class CatalogueCalls {

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
        try (Response answer = askAsService(() -> reservations.reserve(new ReservationRequest(orderId, wanted)))) {
            return switch (answer.getStatus()) {
                case 200, 201 -> read(answer, Reservation.class);
                default -> throw Refusal.of(answer);
            };
        }
    }

    /** Turns held stock into sold stock. */
    void confirm(UUID orderId) {
        try (Response answer = askAsService(() -> reservations.confirm(orderId))) {
            if (answer.getStatus() != 200) {
                throw Refusal.of(answer);
            }
        }
    }

    /** Gives stock back, held or sold; nothing can be held for this order afterwards. */
    void release(UUID orderId) {
        try (Response answer = askAsService(() -> reservations.release(orderId))) {
            if (answer.getStatus() != 204) {
                throw Refusal.notNow(answer);
            }
        }
    }

    /**
     * Those of the products that exist, in any order.
     *
     * @param languages an Accept-Language header, or null
     */
    List<CatalogueProduct> products(Collection<UUID> ids, String languages) {
        try (Response answer = ask(() -> products.products(List.copyOf(ids), ids.size(), languages))) {
            if (answer.getStatus() != 200) {
                throw Refusal.notNow(answer);
            }
            return read(answer, CatalogueProduct.Page.class).items();
        }
    }

    /** @param orderIds only these, all where there are none */
    List<StockClaim> claims(UUID after, List<UUID> orderIds, Instant updatedSince, int size) {
        try (Response answer = askAsService(() -> reservations.claims(after, orderIds, updatedSince, size))) {
            if (answer.getStatus() != 200) {
                throw Refusal.notNow(answer);
            }
            return read(answer, StockClaim.Page.class).items();
        }
    }

    private static Response askAsService(Supplier<Response> call) {
        Response answer = ask(call);
        if (answer.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.close();
            throw new TokenRefusedException();
        }
        return answer;
    }

    private static Response ask(Supplier<Response> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            throw isAboutOurToken(failure)
                    ? new CatalogueUnavailableException("auth-service gives no token to ask products-api with", failure)
                    : new NoAnswerException("products-api cannot be reached", failure);
        }
    }

    /** Whether auth-service answered, but not with a token. */
    private static boolean isAboutOurToken(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(OidcClientException.class::isInstance);
    }

    private static <T> T read(Response answer, Class<T> type) {
        try {
            return answer.readEntity(type);
        } catch (RuntimeException brokenOff) {
            throw new NoAnswerException("The answer of products-api cannot be read", brokenOff);
        }
    }
}
