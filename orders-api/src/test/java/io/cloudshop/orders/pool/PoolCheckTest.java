package io.cloudshop.orders.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.orders.checkout.CheckoutSettings;
import io.cloudshop.orders.order.SagaSettings;
import io.cloudshop.testing.PoolContract;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolCheckTest extends PoolContract {

    PoolCheckTest() {
        super("orders-api");
    }

    /** What the cluster once had. */
    @Test
    void more_checkouts_than_connections_do_not_start() throws IOException {
        SmallRyeConfig config = cluster(Map.of("CLOUDSHOP_CHECKOUT_AT_ONCE", "16"));

        assertThatThrownBy(() -> mustFit(config, 10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("quarkus.datasource.jdbc.max-size to 24", "cloudshop.checkout.at-once");
    }

    /** With the pool that the service has here. */
    @Test
    void the_service_counts_its_checkouts_when_it_starts() throws IOException {
        SmallRyeConfig config = cluster(Map.of("CLOUDSHOP_CHECKOUT_AT_ONCE", "1000"));

        assertThatThrownBy(() -> start(config))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1000 for checkouts");
    }

    @Override
    protected void mustFit(SmallRyeConfig settings, int poolSize) {
        PoolCheck.shares(
                        settings.getConfigMapping(CheckoutSettings.class),
                        settings.getConfigMapping(SagaSettings.class))
                .mustFit(poolSize);
    }

    @Override
    protected void start(SmallRyeConfig settings) {
        assertThat(PoolCheck.class).hasAnnotation(Startup.class);
        new PoolCheck(settings.getConfigMapping(CheckoutSettings.class), settings.getConfigMapping(SagaSettings.class));
    }

    @Override
    protected SmallRyeConfigBuilder reading(SmallRyeConfigBuilder config) {
        return config.withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(CheckoutSettings.class)
                .withMapping(SagaSettings.class);
    }
}
