package io.cloudshop.gateway.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Three services for the gateway to stand in front of. Each says its name; auth-service also serves the keys of
 * {@link TestTokens}; orders-api is a {@link RawUpstream}. The gateway's patience is short, so that tests are quick.
 */
public class Upstreams implements QuarkusTestResourceLifecycleManager {

    public static final WireMockServer AUTH = new WireMockServer(plain());
    public static final WireMockServer PRODUCTS = new WireMockServer(plain());
    public static final RawUpstream ORDERS = new RawUpstream();

    private final TestTokens tokens = new TestTokens();

    @Override
    public Map<String, String> start() {
        String keys = keys(tokens.start().get("cloudshop.auth.url"));
        AUTH.start();
        PRODUCTS.start();
        ORDERS.start();
        reset(keys);
        return Map.of(
                "cloudshop.gateway.circuit.pause", "400ms",
                "cloudshop.auth.url", AUTH.baseUrl(),
                "cloudshop.products.url", PRODUCTS.baseUrl(),
                "cloudshop.orders.url", ORDERS.url(),
                "cloudshop.gateway.routing.response-timeout", "700ms",
                "cloudshop.gateway.routing.checkout-timeout", "2s",
                "cloudshop.gateway.routing.long-running-timeout", "3s",
                "cloudshop.edge.patience", "2s",
                "cloudshop.gateway.proxy.silence-timeout", "1s",
                "cloudshop.gateway.proxy.connect-timeout", "500ms");
    }

    private static WireMockConfiguration plain() {
        return options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                // No service compresses: that is the gateway's job.
                .gzipDisabled(true)
                .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER);
    }

    private static void reset(String keys) {
        AUTH.resetAll();
        AUTH.stubFor(any(anyUrl()).willReturn(ok("auth")));
        AUTH.stubFor(get("/.well-known/jwks.json").willReturn(okJson(keys)));
        PRODUCTS.resetAll();
        PRODUCTS.stubFor(any(anyUrl()).willReturn(ok("products")));
        ORDERS.does(RawUpstream.ANSWERS);
    }

    private static String keys(String authUrl) {
        try (InputStream keys =
                URI.create(authUrl + "/.well-known/jwks.json").toURL().openStream()) {
            return new String(keys.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what was asked, so that a test can say what reached an upstream. */
    public static void forgetRequests() {
        AUTH.resetRequests();
        PRODUCTS.resetRequests();
        ORDERS.does(RawUpstream.ANSWERS);
    }

    /** Requests that came through the gateway since then, the fetching of keys not counted. */
    public static long requests() {
        long auth = AUTH.getAllServeEvents().stream()
                .filter(event -> !event.getRequest().getUrl().equals("/.well-known/jwks.json"))
                .count();
        return auth + PRODUCTS.getAllServeEvents().size() + ORDERS.heads().size();
    }

    @Override
    public void stop() {
        tokens.stop();
        AUTH.stop();
        PRODUCTS.stop();
        ORDERS.stop();
    }
}
