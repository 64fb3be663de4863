package io.cloudshop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A service with a database starts with the settings that Kubernetes gives it, and with no pool that is too small. */
public abstract class PoolContract {

    private static final String POOL_SIZE = "quarkus.datasource.jdbc.max-size";

    private final Path settings;

    protected PoolContract(String service) {
        settings = Path.of("../k8s/base/config", service + ".env");
    }

    @Test
    void the_pool_fits_in_a_cluster() throws IOException {
        SmallRyeConfig cluster = cluster(Map.of());
        int poolSize = cluster.getValue(POOL_SIZE, Integer.class);

        assertThatCode(() -> mustFit(cluster, poolSize)).doesNotThrowAnyException();
        assertThat(poolSize).isPositive();
    }

    @Test
    void the_service_compares_when_it_starts() throws IOException {
        SmallRyeConfig cluster = cluster(Map.of());
        System.setProperty(POOL_SIZE, "3");
        try {
            assertThatThrownBy(() -> start(cluster))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("A pool of 3 connections is too small");
        } finally {
            System.clearProperty(POOL_SIZE);
        }
    }

    /** The service's own sum, against a pool of this size. */
    protected abstract void mustFit(SmallRyeConfig settings, int poolSize);

    /** What the service does when it starts. */
    protected abstract void start(SmallRyeConfig settings);

    /** What mappings and converters the service's settings need; none unless it says so. */
    protected SmallRyeConfigBuilder reading(SmallRyeConfigBuilder config) {
        return config;
    }

    /** The cluster's settings but for these. */
    protected SmallRyeConfig cluster(Map<String, String> otherwise) throws IOException {
        Properties file = new Properties();
        try (Reader lines = Files.newBufferedReader(settings)) {
            file.load(lines);
        }
        Map<String, String> environment = new HashMap<>();
        file.stringPropertyNames().forEach(name -> environment.put(name, file.getProperty(name)));
        environment.putAll(otherwise);
        return reading(new SmallRyeConfigBuilder().withSources(new EnvConfigSource(environment, 300)))
                .build();
    }
}
