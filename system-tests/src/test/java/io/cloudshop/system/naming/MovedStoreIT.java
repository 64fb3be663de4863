package io.cloudshop.system.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.stores.process.Ports;
import io.cloudshop.system.shop.Api;
import io.cloudshop.system.shop.Node;
import io.cloudshop.system.shop.ShopClient;
import io.cloudshop.system.shop.Site;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A store that comes back with another address is found again within five seconds, with the JVM settings of our images. */
class MovedStoreIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Path NETWORK_SETTINGS =
            Path.of(System.getProperty("cloudshop.root"), "images/runtime/network.security");

    private static Site site;
    private static HostsFile hosts;
    private static MovingStore postgresql;
    private static MovingStore redis;
    private static MovingStore opensearch;
    private static Api auth;
    private static Api products;
    private static Api orders;

    @BeforeAll
    static void start() {
        site = new Site("moved-store");
        Node engine = site.addSearchEngine();
        hosts = new HostsFile(site.folder().resolve("hosts"));
        postgresql =
                new MovingStore("postgresql.test", Ports.free(), site.postgres().port(), hosts);
        redis = new MovingStore("redis.test", Ports.free(), site.redis().port(), hosts);
        opensearch = new MovingStore("opensearch.test", Ports.free(), engine.port(), hosts);
        site.tell("JDK_JAVA_OPTIONS", hosts.option() + " -Djava.security.properties=" + NETWORK_SETTINGS);
        site.tell("QUARKUS_REDIS_HOSTS", "redis://" + redis.authority());
        site.tell("QUARKUS_HIBERNATE_SEARCH_ORM_ELASTICSEARCH_HOSTS", opensearch.authority());

        int authPort = add("auth-service", "auth");
        site.tell("CLOUDSHOP_AUTH_URL", "http://127.0.0.1:" + authPort);
        int productsPort = add("products-api", "products");
        site.tell("CLOUDSHOP_PRODUCTS_URL", "http://127.0.0.1:" + productsPort);
        int ordersPort = add("orders-api", "orders");
        site.start();

        ShopClient shop = new ShopClient(List.of(authPort), List.of(productsPort), List.of(ordersPort));
        shop.givenProduct(1);
        auth = new Api(List.of(authPort), null);
        products = new Api(List.of(productsPort), null);
        orders = new Api(List.of(ordersPort), shop.givenToken());
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        for (MovingStore store : List.of(postgresql, redis, opensearch)) {
            store.close();
        }
    }

    @Test
    void postgresql_moves() {
        assertThat(all()).isTrue();

        findsAfterEachMove(postgresql, MovedStoreIT::all);
    }

    @Test
    void redis_moves() {
        assertThat(hasCart()).isTrue();

        findsAfterEachMove(redis, MovedStoreIT::hasCart);
    }

    @Test
    void opensearch_moves() {
        await("the index is filled").atMost(Duration.ofSeconds(60)).until(MovedStoreIT::isAnsweredByTheIndex);

        findsAfterEachMove(opensearch, MovedStoreIT::isAnsweredByTheIndex);
    }

    /** Its pod waits for a scheduler, or its volume: the name means nothing yet. */
    @Test
    void a_service_waits_for_a_database_that_is_not_there_yet() throws Exception {
        int port = Ports.free();
        site.tell("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://late.test:" + port + "/auth");
        Node waiting = site.add("auth-service", "auth-service-early");
        Thread start = Thread.ofVirtual().start(waiting::start);
        await("it has asked twice")
                .atMost(Duration.ofSeconds(60))
                .ignoreException(UncheckedIOException.class)
                .until(() -> site.logOf("auth-service-early").split("Retrying in").length > 2);

        MovingStore late = new MovingStore("late.test", port, site.postgres().port(), hosts);

        try (late) {
            assertThat(start.join(Duration.ofSeconds(60))).isTrue();
            assertThat(new Api(List.of(waiting.port()), null)
                            .get("/.well-known/jwks.json")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static int add(String service, String database) {
        site.tell("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + postgresql.authority() + "/" + database);
        return site.add(service, service).port();
    }

    private static boolean all() {
        return canRegister()
                && products.get("/api/v1/products?size=1").status() == 200
                && orders.get("/api/v1/orders").status() == 200;
    }

    private static boolean canRegister() {
        Map<String, String> account = Map.of(
                "email", UUID.randomUUID() + "@example.org", "password", "correct horse battery", "displayName", "New");
        return auth.post("/api/v1/auth/register", account, Map.of()).status() == 201;
    }

    private static boolean hasCart() {
        return orders.get("/api/v1/cart").status() == 200;
    }

    private static boolean isAnsweredByTheIndex() {
        return products.get("/api/v1/products/search?q=lamp")
                .json()
                .get("source")
                .asText()
                .equals("index");
    }

    /** Twice: the name has just been looked up when the store moves on. */
    private static void findsAfterEachMove(MovingStore store, Callable<Boolean> works) {
        for (int move = 1; move <= 2; move++) {
            store.move();
            eventually(store.authority() + ", moved " + move + " times", works);
        }
    }

    private static void eventually(String store, Callable<Boolean> works) {
        await(store + ", is found again")
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(UncheckedIOException.class)
                .until(works);
    }
}
