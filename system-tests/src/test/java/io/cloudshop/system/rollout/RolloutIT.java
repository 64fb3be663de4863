package io.cloudshop.system.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.system.shop.Shoppers;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A new version goes out while customers shop, and none of them notices. */
@Tag("own-shop")
class RolloutIT {

    private static final Logger LOG = Logger.getLogger(RolloutIT.class);
    private static final int SHOPPERS = 6;
    private static final long ENOUGH = 100;

    @Test
    void no_request_fails_while_every_replica_of_every_service_is_replaced() throws Exception {
        try (RollingShop shop = new RollingShop()) {
            shop.start();
            try (Shoppers shoppers = new Shoppers(shop, SHOPPERS)) {
                List<Boolean> endedByThemselves = shop.rollAll().toList();
                shoppers.stop();

                LOG.infof("Served while rolling: %s", shoppers.served());
                assertThat(shoppers.failures()).isEmpty();
                assertThat(shoppers.served()).hasSize(7).allSatisfy((request, count) -> assertThat(count)
                        .as(request)
                        .isGreaterThan(ENOUGH));
                assertThat(endedByThemselves).hasSize(10).containsOnly(true);
            }
        }
    }
}
