package io.cloudshop.system.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudshop.system.restore.DatabaseServer.WrittenAhead;
import io.cloudshop.system.shop.Answer;
import io.cloudshop.system.shop.Buyer;
import io.cloudshop.system.shop.ShopClient;
import io.cloudshop.system.shop.TestShop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The database server is lost with its volume, and comes back from last night's dumps by the procedure of k8s/README.md. Writes what was lost
 * and how long it took to {@code target/restore-drill.md}.
 */
@Tag("own-shop")
class RestoreDrillIT {

    private static final String SUPERUSER = "cloudshop";
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final int BUYERS = 4;
    private static final int ORDERS = 40;
    private static final int LOST_ORDERS = 8;
    private static final int STOCK = 1_000;
    private static final String[] WHAT_COUNTS = {
        "auth.public.users",
        "products.public.product",
        "products.public.reservation",
        "products.public.stock_movement",
        "orders.public.orders",
        "orders.public.order_line",
        "orders.public.idempotency_key",
        "orders.sandbox_provider.payment"
    };

    @Test
    void a_lost_database_server_comes_back_as_it_was_backed_up() throws IOException {
        Path programs = PostgresPrograms.folder().orElse(null);
        Assumptions.assumeTrue(
                programs != null && Backups.areEncrypted(),
                "The restore is not rehearsed: PostgreSQL 17's pg_dump, pg_restore and psql, or gpg, are missing.");
        try (TestShop shop = TestShop.started("restore-drill", 1, LEASE)) {
            DatabaseServer server = new DatabaseServer(shop.postgres().port(), SUPERUSER, shop.password());
            Backups backups = new Backups(shop.folder(), programs, server);
            ShopClient client = new ShopClient(shop);
            List<Buyer> buyers = client.givenBuyers(BUYERS);
            UUID lamp = client.givenProduct(STOCK);
            WrittenAhead start = server.writtenAhead();
            List<String> kept = givenOrders(buyers, lamp, ORDERS);
            awaitThatNothingIsUnderWay(client);
            WrittenAhead written = server.writtenAhead().since(start);

            Instant dumped = Instant.now();
            Map<String, String> before = server.rows();
            backups.take();
            Duration dump = since(dumped);
            assertThat(backups.files()).hasSize(3).noneMatch(RestoreDrillIT::isReadable);
            // What moves by itself, such as a lease, cannot be compared.
            before.entrySet().retainAll(server.rows().entrySet());
            List<String> lost = givenOrders(buyers, lamp, LOST_ORDERS);

            Instant destroyed = Instant.now();
            shop.losePostgres();
            assertThat(server.rows()).isEmpty();
            DatabaseServer.DATABASES.forEach(backups::restore);
            Map<String, String> restored = server.rows();
            shop.heal();
            awaitThatNothingIsUnderWay(client);
            givenOrders(buyers, lamp, 1);
            Duration recovery = since(destroyed);

            assertThat(before).containsKeys(WHAT_COUNTS);
            assertThat(restored).containsAllEntriesOf(before);
            assertThat(kept).allSatisfy(id -> assertThat(statusOf(buyers, id)).isEqualTo("CONFIRMED"));
            assertThat(lost).allSatisfy(id -> assertThat(statusOf(buyers, id)).isNull());
            assertThat(client.stockOf(lamp).path("sold").asInt()).isEqualTo(ORDERS + 1);
            Duration exposed = Duration.between(dumped, destroyed);
            DrillReport report = new DrillReport(before.size(), ORDERS, written, dump, LOST_ORDERS, exposed, recovery);
            Files.writeString(Path.of("target", "restore-drill.md"), report.markdown());
        }
    }

    /** Whether it begins as pg_dump's own format does. */
    private static boolean isReadable(Path dump) {
        try (InputStream bytes = Files.newInputStream(dump)) {
            return new String(bytes.readNBytes(5), StandardCharsets.ISO_8859_1).equals("PGDMP");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> givenOrders(List<Buyer> buyers, UUID product, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Answer answer = buyers.get(i % buyers.size())
                    .checkOutPatiently(UUID.randomUUID().toString(), Map.of(product, 1), "tok_visa");
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            ids.add(answer.json().get("id").asText());
        }
        return ids;
    }

    private static void awaitThatNothingIsUnderWay(ShopClient client) {
        await("the books agree")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    Answer answer = client.reconciliation();
                    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                    JsonNode report = answer.json();
                    assertThat(report.path("mismatches")).isEmpty();
                    assertThat(report.path("orders").path("PENDING").asInt()).isZero();
                    assertThat(report.path("outbox").path("pending").asInt()).isZero();
                });
    }

    private static String statusOf(List<Buyer> buyers, String order) {
        return buyers.stream()
                .map(buyer -> buyer.order(order))
                .filter(answer -> answer.status() == 200)
                .map(answer -> answer.json().path("status").asText())
                .findFirst()
                .orElse(null);
    }

    private static Duration since(Instant instant) {
        return Duration.between(instant, Instant.now());
    }
}
