package io.cloudshop.orders.testing;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;

/** The calls that orders-api makes to its peers. */
public enum Call {
    TOKEN,
    PRODUCTS,
    RESERVE,
    CONFIRM,
    RELEASE,
    LIST_RESERVATIONS,
    LIST_ERASURES,
    CONFIRM_ERASURE;

    boolean isToAuthService() {
        return this == TOKEN || this == LIST_ERASURES || this == CONFIRM_ERASURE;
    }

    private static Call aboutAReservation(String path) {
        return path.endsWith("/confirm") ? CONFIRM : RELEASE;
    }

    static Call of(Request request) {
        String path = request.getUrl().replaceAll("\\?.*", "");
        boolean isGet = request.getMethod().equals(RequestMethod.GET);
        return switch (path) {
            case "/api/v1/auth/token" -> TOKEN;
            case "/api/v1/products" -> PRODUCTS;
            case "/api/v1/reservations" -> isGet ? LIST_RESERVATIONS : RESERVE;
            case "/api/v1/erasures" -> LIST_ERASURES;
            default -> path.startsWith("/api/v1/erasures/") ? CONFIRM_ERASURE : aboutAReservation(path);
        };
    }
}
