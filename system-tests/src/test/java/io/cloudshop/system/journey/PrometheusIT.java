package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudshop.system.shop.Command;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What rules and dashboards ask is what the services tell: a name that was misspelt finds nothing, and nobody misses it. */
@LocalShopNeeded
class PrometheusIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final LocalShop shop;

    PrometheusIT(LocalShop shop) {
        this.shop = shop;
    }

    @Test
    void prometheus_finds_something_for_every_expression() {
        for (String program : List.of("bash", "curl", "jq", "prometheus")) {
            assumeTrue(
                    Programs.find(program).isPresent(),
                    program + " is not installed, so the expressions of rules and dashboards were not asked.");
        }

        Command.Result check = Command.run(
                LocalShop.ROOT,
                // This shop limits nobody, and has no metrics of that.
                Map.of("PORT_OFFSET", String.valueOf(shop.portOffset()), "WITHOUT", "rate_limit|auth_throttle"),
                LIMIT,
                List.of("bash", "observability/check.sh"));

        assertThat(check.status()).as(check.output()).isZero();
    }
}
