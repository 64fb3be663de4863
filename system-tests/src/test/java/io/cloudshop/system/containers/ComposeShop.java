package io.cloudshop.system.containers;

import io.cloudshop.system.shop.Api;
import io.cloudshop.system.shop.ShopClient;
import io.cloudshop.system.shop.Storefront;
import java.util.List;
import java.util.UUID;

/** The shop that Compose runs, at the two ports that it publishes. */
final class ComposeShop implements Storefront {

    private static final int SHOP = 3000;
    private static final int GATEWAY = 8080;

    private final ShopClient client = new ShopClient(GATEWAY, adminPassword());

    @Override
    public UUID givenProduct() {
        return client.givenProduct(100_000);
    }

    @Override
    public Api apiOfNewCustomer() {
        return new Api(List.of(GATEWAY), client.givenToken());
    }

    @Override
    public Api pages() {
        return new Api(List.of(SHOP), null);
    }

    private static String adminPassword() {
        return Compose.compose("run", "--rm", "--no-TTY", "secrets", "admin")
                .lines()
                .reduce((address, password) -> password)
                .orElseThrow();
    }
}
