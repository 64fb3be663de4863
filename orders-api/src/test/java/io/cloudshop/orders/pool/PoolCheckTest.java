package io.cloudshop.orders.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.database.PoolShares;
import io.cloudshop.orders.checkout.CheckoutSettings;
import io.cloudshop.orders.order.SagaSettings;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The settings for a cluster, as Kubernetes gives them to the service: it starts with them. */
class PoolCheckTest {

    private static final Path CLUSTER = Path.of("../k8s/base/config/orders-api.env");

    @Test
    void the_pool_fits_in_a_cluster() throws IOException {
        SmallRyeConfig config = cluster(Map.of());
        int poolSize = config.getValue("quarkus.datasource.jdbc.max-size", Integer.class);

        assertThatCode(() -> shares(config).mustFit(poolSize)).doesNotThrowAnyException();
        assertThat(poolSize).isPositive();
    }

    /** What the cluster once had. */
    @Test
    void more_checkouts_than_connections_do_not_start() throws IOException {
        SmallRyeConfig config = cluster(Map.of("CLOUDSHOP_CHECKOUT_AT_ONCE", "16"));

        assertThatThrownBy(() -> shares(config).mustFit(10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("quarkus.datasource.jdbc.max-size to 24", "cloudshop.checkout.at-once");
    }

    /** With the pool that the service has here. */
    @Test
    void the_service_compares_when_it_starts() throws IOException {
        SmallRyeConfig config = cluster(Map.of("CLOUDSHOP_CHECKOUT_AT_ONCE", "1000"));

        assertThat(PoolCheck.class).hasAnnotation(Startup.class);
        assertThatThrownBy(() -> new PoolCheck(
                        config.getConfigMapping(CheckoutSettings.class), config.getConfigMapping(SagaSettings.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1000 for checkouts");
    }

    private static PoolShares shares(SmallRyeConfig config) {
        return PoolCheck.shares(
                config.getConfigMapping(CheckoutSettings.class), config.getConfigMapping(SagaSettings.class));
    }

    private static SmallRyeConfig cluster(Map<String, String> otherwise) throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(CLUSTER)) {
            settings.load(file);
        }
        Map<String, String> environment = new HashMap<>();
        settings.stringPropertyNames().forEach(name -> environment.put(name, settings.getProperty(name)));
        environment.putAll(otherwise);
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(CheckoutSettings.class)
                .withMapping(SagaSettings.class)
                .build();
    }
}
