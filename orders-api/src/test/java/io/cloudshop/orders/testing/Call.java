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
    LIST_RESERVATIONS;

    static Call of(Request request) {
        String path = request.getUrl().replaceAll("\\?.*", "");
        boolean isGet = request.getMethod().equals(RequestMethod.GET);
        return switch (path) {
            case "/api/v1/auth/token" -> TOKEN;
            case "/api/v1/products" -> PRODUCTS;
            case "/api/v1/reservations" -> isGet ? LIST_RESERVATIONS : RESERVE;
            default -> path.endsWith("/confirm") ? CONFIRM : RELEASE;
        };
    }
}
