package io.cloudshop.auth;

import io.cloudshop.localstack.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * The PostgreSQL of local-stack. Its resource remembers the server in a system property that is not text, on which the
 * transaction manager (Narayana) stumbles at start; one application a test run needs no such memory.
 */
public class AuthDatabase implements QuarkusTestResourceLifecycleManager {

    private final PostgresTestResource postgres = new PostgresTestResource();

    @Override
    public Map<String, String> start() {
        postgres.init(Map.of("database", "auth"));
        Map<String, String> config = postgres.start();
        System.getProperties().remove("cloudshop.local-stack.postgresql-auth");
        return config;
    }

    @Override
    public void stop() {
        postgres.stop();
    }
}
