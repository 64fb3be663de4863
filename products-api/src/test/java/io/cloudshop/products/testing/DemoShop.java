package io.cloudshop.products.testing;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.search;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The shop as it starts locally: with the demo catalogue. */
public class DemoShop implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("cloudshop.demo-catalogue", "true");
    }

    /** Takes out what other tests left behind. */
    public static void empty() {
        try (Connection connection =
                        Arc.container().instance(AgroalDataSource.class).get().getConnection();
                Statement statement = connection.createStatement()) {
            // The relay holds its events on one connection while it reads products on another. Products locked before
            // events would close a circle that PostgreSQL cannot see, since half of it is in the relay.
            statement.execute(
                    "TRUNCATE outbox_event, product, product_translation, stock_movement, reservation, reservation_line");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        rebuildIndex();
    }

    private static void rebuildIndex() {
        eventually(() -> {
            Response begun = asAdmin().post("/api/v1/search-index/rebuild");
            begun.then().statusCode(202);
            eventually(() -> asAdmin().get(begun.header("Location")).then().body("status", not(equalTo("RUNNING"))));
            asAdmin().get(begun.header("Location")).then().body("status", equalTo("COMPLETED"));
        });
        eventually(() -> search().then().body("source", equalTo("index")).body("total", equalTo(0)));
    }
}
