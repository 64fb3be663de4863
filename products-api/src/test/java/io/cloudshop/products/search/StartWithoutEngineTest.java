package io.cloudshop.products.search;

import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.search;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ProductsTest
@TestProfile(StartWithoutEngineTest.WithoutEngine.class)
class StartWithoutEngineTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @AfterEach
    void restoreEngine() {
        SearchEngine.restore();
    }

    @Test
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

    /** The line to the engine is cut before the service starts. */
    public static class WithoutEngine implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cloudshop.test.search-engine.cut", "true");
        }
    }
}
