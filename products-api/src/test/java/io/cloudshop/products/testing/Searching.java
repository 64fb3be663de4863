package io.cloudshop.products.testing;

import static io.cloudshop.products.testing.Api.asAnyone;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;

/** Searching, and waiting for what changes reach the index with. */
public final class Searching {

    private Searching() {}

    public static Response search(Object... parameters) {
        RequestSpecification request = asAnyone();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        return request.get("/api/v1/products/search");
    }

    public static List<String> namesOf(Response found) {
        return found.jsonPath().getList("items.name", String.class);
    }

    public static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(assertion);
    }
}
