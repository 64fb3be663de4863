package io.cloudshop.products.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Remembers a running store's configuration as text. The store's own way of remembering is a system property that is no
 * string, which Narayana's start cannot bear.
 */
final class SharedStore {

    private static final String MEMORY = "cloudshop.test.store.";

    private SharedStore() {}

    static Map<String, String> start(String name, QuarkusTestResourceLifecycleManager store) {
        String known = System.getProperty(MEMORY + name);
        if (known == null) {
            known = store.start().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining("\n"));
            System.getProperties().values().removeIf(value -> !(value instanceof String));
            System.setProperty(MEMORY + name, known);
        }
        Map<String, String> configuration = new HashMap<>();
        known.lines().forEach(line -> configuration.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return configuration;
    }
}
