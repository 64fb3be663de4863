package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudshop.system.shop.Command;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The script that the README points to. */
@LocalShopNeeded
class CurlJourneyIT {

    private final LocalShop shop;

    CurlJourneyIT(LocalShop shop) {
        this.shop = shop;
    }

    @Test
    void curl_alone_gets_an_order_confirmed() {
        assumeTrue(Programs.find("bash").isPresent(), "bash is not installed, so docs/journey.sh was not run.");
        assumeTrue(Programs.find("curl").isPresent(), "curl is not installed, so docs/journey.sh was not run.");

        Command.Result journey = shop.launcher().run(List.of("bash", "docs/journey.sh", shop.gatewayUrl()), Map.of());

        assertThat(journey.output()).containsPattern("Order \\S+ is CONFIRMED\n$");
        assertThat(journey.status()).isZero();
    }
}
