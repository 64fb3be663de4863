package io.cloudshop.products.testing;

import io.cloudshop.localstack.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real PostgreSQL with the database that products-api owns. */
public class ProductsDatabase implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        PostgresTestResource postgres = new PostgresTestResource();
        postgres.init(Map.of("database", "products"));
        return SharedStore.start("postgresql", postgres);
    }

    @Override
    public void stop() {
        // lives as long as the JVM
    }
}
