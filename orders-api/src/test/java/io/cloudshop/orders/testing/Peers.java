package io.cloudshop.orders.testing;

import io.cloudshop.stores.testing.RedisTestResource;
import io.cloudshop.testing.Line;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Redis and products-api, each at the end of a line that tests can cut, and a configuration that waits less long. */
public final class Peers implements QuarkusTestResourceLifecycleManager {

    public static final FakeCatalogue CATALOGUE = new FakeCatalogue();

    private static FakeProductsApi productsApi;
    private static Line productsLine;
    private static Line redisLine;

    public static FakeProductsApi productsApi() {
        return productsApi;
    }

    public static Line productsLine() {
        return productsLine;
    }

    public static Line redisLine() {
        return redisLine;
    }

    @Override
    public Map<String, String> start() {
        productsApi = new FakeProductsApi(CATALOGUE);
        productsLine = new Line(productsApi.listen());
        String redis = new RedisTestResource().start().get("quarkus.redis.hosts");
        redisLine = new Line(URI.create(redis).getPort());
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.redis.hosts", "redis://127.0.0.1:" + redisLine.port());
        settings.put("cloudshop.products.url", "http://127.0.0.1:" + productsLine.port());
        settings.put("quarkus.oidc-client.auth-server-url", "http://127.0.0.1:" + productsLine.port());
        settings.put("quarkus.oidc-client.credentials.secret", "test");
        settings.put("quarkus.rest-client.auth.url", "http://127.0.0.1:" + productsLine.port());
        settings.put("quarkus.rest-client.products.read-timeout", "2000");
        settings.put("cloudshop.checkout.at-once", "6");
        settings.put("cloudshop.checkout.longest-wait", "60s");
        settings.put("cloudshop.payment.timeout", "300ms");
        settings.put("cloudshop.saga.first-retry", "100ms");
        settings.put("cloudshop.saga.longest-retry", "400ms");
        return settings;
    }

    @Override
    public void stop() {
        productsLine.cut();
        redisLine.cut();
        productsApi.hangUp();
    }
}
