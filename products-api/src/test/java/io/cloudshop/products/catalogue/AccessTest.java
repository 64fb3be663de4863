package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.asCustomer;
import static io.cloudshop.products.testing.Api.asService;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import io.restassured.http.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call what. Bodies are empty: a caller without the role must not even learn that they are. */
@ProductsTest
class AccessTest {

    private static final String ADMIN_CALLS = """
            POST,   /api/v1/products
            PUT,    /api/v1/products/{id}
            DELETE, /api/v1/products/{id}
            POST,   /api/v1/products/{id}/stock-adjustments
            GET,    /api/v1/products/{id}/stock
            PUT,    /api/v1/products/{id}/translations/fr
            DELETE, /api/v1/products/{id}/translations/fr
            GET,    /api/v1/admin/products/low-stock
            GET,    /api/v1/search-index/drift
            GET,    /api/v1/admin/products/outbox/dead-letters
            POST,   /api/v1/admin/products/outbox/dead-letters/1/replay
            DELETE, /api/v1/admin/products/outbox/dead-letters/1
            """;

    private static final String SERVICE_CALLS = """
            POST,   /api/v1/reservations
            GET,    /api/v1/reservations
            POST,   /api/v1/reservations/{id}/confirm
            DELETE, /api/v1/reservations/{id}
            """;

    @ParameterizedTest
    @CsvSource(textBlock = ADMIN_CALLS + SERVICE_CALLS)
    void without_a_token_the_answer_is_401(Method method, String path) {
        asAnyone().request(method, path(path)).then().statusCode(401).body("type", endsWith("/unauthorized"));
        asAnyone().auth().oauth2("nonsense").request(method, path(path)).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(textBlock = ADMIN_CALLS + SERVICE_CALLS)
    void a_customer_gets_403(Method method, String path) {
        asCustomer().request(method, path(path)).then().statusCode(403).body("type", endsWith("/forbidden"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = ADMIN_CALLS)
    void a_service_is_no_admin(Method method, String path) {
        asService().request(method, path(path)).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(textBlock = SERVICE_CALLS)
    void an_admin_is_no_service(Method method, String path) {
        asAdmin().request(method, path(path)).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(textBlock = SERVICE_CALLS)
    void a_service_passes(Method method, String path) {
        asService().request(method, path(path)).then().statusCode(not(oneOf(401, 403)));
    }

    @Test
    void everyone_may_read_the_catalogue_even_with_a_broken_token() {
        String id = aProduct().create().toString();

        for (String path : new String[] {
            "/api/v1/products", "/api/v1/products/" + id, "/api/v1/products/search", "/api/v1/categories"
        }) {
            asAnyone().get(path).then().statusCode(200);
            asAnyone().auth().oauth2("nonsense").get(path).then().statusCode(200);
        }
    }

    private static String path(String template) {
        return template.replace("{id}", Ids.next().toString());
    }
}
