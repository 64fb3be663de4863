package io.cloudshop.system.rollout;

import io.cloudshop.system.shop.Api;
import io.cloudshop.system.shop.ShopClient;
import io.cloudshop.system.shop.Site;
import io.cloudshop.system.shop.Storefront;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** All five services with two replicas each, every one behind a Service, and wired to each other through these. */
final class RollingShop implements Storefront, AutoCloseable {

    private final Site site = new Site("rollout");
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RollingService auth = new RollingService("auth-service");
    private final RollingService products = new RollingService("products-api");
    private final RollingService orders = new RollingService("orders-api");
    private final RollingService gateway = new RollingService("api-gateway");
    private final RollingService frontend = new RollingService("frontend");
    private final List<RollingService> services = List.of(auth, products, orders, gateway, frontend);

    /** Returns when everything is ready. */
    void start() {
        site.tell("CLOUDSHOP_AUTH_URL", url(auth));
        site.tell("CLOUDSHOP_PRODUCTS_URL", url(products));
        site.tell("CLOUDSHOP_ORDERS_URL", url(orders));
        site.tell("CLOUDSHOP_GATEWAY_URL", url(gateway));
        services.forEach(service -> service.deployTo(site));
        site.start();
        services.forEach(RollingService::open);
    }

    /** Rolls one service after the other, and gives whether each old replica ended by itself. */
    Stream<Boolean> rollAll() {
        List<CompletableFuture<Boolean>> ends = services.stream()
                .flatMap(service -> service.roll(threads).stream())
                .toList();
        return ends.stream().map(CompletableFuture::join);
    }

    @Override
    public UUID givenProduct() {
        return client().givenProduct(100_000);
    }

    @Override
    public Api apiOfNewCustomer() {
        return new Api(List.of(gateway.port()), client().givenToken());
    }

    @Override
    public Api pages() {
        return new Api(List.of(frontend.port()), null);
    }

    private ShopClient client() {
        List<Integer> entrance = List.of(gateway.port());
        return new ShopClient(entrance, entrance, entrance);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        site.close();
        services.forEach(RollingService::close);
    }

    private static String url(RollingService service) {
        return "http://127.0.0.1:" + service.port();
    }
}
