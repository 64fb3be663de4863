package io.cloudshop.products.search;

import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
@TestProfile(StartWithoutEngineTest.WithoutEngine.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartWithoutEngineTest {

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @AfterEach
    void restoreEngine() {
        SearchEngine.restore();
    }

    @Test
    @Order(1)
    void the_service_starts_and_serves_without_the_engine_and_uses_it_once_it_is_there() {
        String word = "zw" + System.nanoTime();
        aProduct().named("Lamp " + word).create();
        asAnyone().port(managementPort).get("/health/ready").then().statusCode(200);
        search("q", word)
                .then()
                .statusCode(200)
                .body("source", equalTo("database"))
                .body("total", equalTo(1));

        SearchEngine.restore();

        eventually(
                () -> search("q", word).then().body("source", equalTo("index")).body("total", equalTo(1)));
    }

    @Test
    void no_search_waits_for_a_slow_engine_longer_than_half_a_second() {
        SearchEngine.restore();
        eventually(() -> search("q", "lamp", "category", "Lighting", "maxPrice", 20)
                .then()
                .body("source", equalTo("index")));

        // Each of the three calls of this search would be in time.
        SearchEngine.slowDown(150);

        thenTheDatabaseAnswersSoon(() -> search("q", "lamp", "category", "Lighting", "maxPrice", 20));
    }

    @Test
    void no_search_waits_for_an_engine_that_hangs_longer_than_half_a_second() {
        SearchEngine.restore();
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));

        SearchEngine.clog();

        thenTheDatabaseAnswersSoon(() -> search("q", "lamp"));
        asAnyone().port(managementPort).get("/health/ready").then().statusCode(200);
        SearchEngine.restore();
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "suggest"})
    void a_database_that_is_slow_too_says_so_soon(String question) throws SQLException {
        SearchEngine.cut();
        Instant start = Instant.now();
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("LOCK TABLE product_translation IN ACCESS EXCLUSIVE MODE");

            asAnyone()
                    .get("/api/v1/products/" + question + "?q=lamp")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1");

            assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(400), Duration.ofSeconds(8));
            slow.rollback();
        }
        asAnyone().get("/api/v1/products/" + question + "?q=lamp").then().statusCode(200);
    }

    /** Half a second for the engine, and what the database and a busy machine need. */
    private static void thenTheDatabaseAnswersSoon(Supplier<Response> search) {
        Instant start = Instant.now();
        search.get().then().statusCode(200).body("source", equalTo("database"));
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(400), Duration.ofMillis(1_500));
    }

    /** The line to the engine is cut before the service starts. */
    public static class WithoutEngine implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cloudshop.test.search-engine.cut",
                    "true",
                    "cloudshop.search.engine-timeout",
                    "500ms",
                    "cloudshop.search.database-timeout",
                    "500ms");
        }
    }
}
