package io.cloudshop.auth.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.Startup;
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

/** The settings for a cluster, as Kubernetes gives them to the service: it starts with them. */
class PoolCheckTest {

    private static final Path CLUSTER = Path.of("../k8s/base/config/auth-service.env");
    private static final String POOL_SIZE = "quarkus.datasource.jdbc.max-size";

    @Test
    void the_pool_fits_in_a_cluster() throws IOException {
        int poolSize = cluster().getValue(POOL_SIZE, Integer.class);

        assertThatCode(() -> PoolCheck.shares().mustFit(poolSize)).doesNotThrowAnyException();
        assertThat(poolSize).isPositive();
    }

    @Test
    void the_service_compares_when_it_starts() {
        System.setProperty(POOL_SIZE, "3");
        try {
            assertThat(PoolCheck.class).hasAnnotation(Startup.class);
            assertThatThrownBy(PoolCheck::new)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("A pool of 3 connections is too small");
        } finally {
            System.clearProperty(POOL_SIZE);
        }
    }

    private static SmallRyeConfig cluster() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(CLUSTER)) {
            settings.load(file);
        }
        Map<String, String> environment = new HashMap<>();
        settings.stringPropertyNames().forEach(name -> environment.put(name, settings.getProperty(name)));
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .build();
    }
}
