package io.cloudshop.system.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudshop.system.shop.Answer;
import io.cloudshop.system.shop.Buyer;
import io.cloudshop.system.shop.ShopClient;
import io.cloudshop.system.shop.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The previous release, whose packaged modules are in the folder {@code previous.release}, goes on while this one migrates its
 * databases: so it is for as long as a Deployment rolls, and after a roll-back.
 */
@Tag("upgrade")
class UpgradeIT {

    private static final Path THIS = Path.of(System.getProperty("cloudshop.root"));
    private static final Path PREVIOUS = Path.of(System.getProperty("previous.release"));
    private static final int STOCK = 1_000;

    @Test
    void the_previous_release_serves_on_the_schema_of_this_one() {
        try (Site site = new Site("upgrade")) {
            Release previous = Release.of(PREVIOUS, site, "previous");
            site.start();
            ShopClient before = previous.client();
            Buyer early = before.givenBuyers(1).getFirst();
            UUID lamp = before.givenProduct(STOCK);
            String first = order(early, lamp);

            Release current = Release.of(THIS, site, "current");
            site.start();
            walk(previous.client(), lamp);
            walk(current.client(), lamp);
            assertThat(early.order(first).status()).isEqualTo(200);

            previous.kill();
            site.start();
            walk(previous.client(), lamp);
            order(early, lamp);
            awaitThatTheBooksAgree(previous.client());
            awaitThatTheBooksAgree(current.client());
            assertThat(current.client().stockOf(lamp).path("sold").asInt()).isEqualTo(8);
        }
    }

    /** What a customer does, with a new account, with a product that is there and with one that is new. */
    private static void walk(ShopClient client, UUID lamp) {
        Buyer buyer = client.givenBuyers(1).getFirst();
        String id = order(buyer, lamp);
        assertThat(buyer.order(id).json().path("status").asText()).isEqualTo("CONFIRMED");

        assertThat(buyer.putIntoCart(lamp, 1).status()).isEqualTo(200);
        Answer cart = buyer.checkOutCart(UUID.randomUUID().toString(), "tok_visa");
        assertThat(cart.status()).as(cart.body()).isEqualTo(201);

        order(buyer, client.givenProduct(STOCK));
        assertThat(buyer.orders()).hasSize(3);
    }

    private static String order(Buyer buyer, UUID product) {
        Answer answer = buyer.checkOutPatiently(UUID.randomUUID().toString(), Map.of(product, 1), "tok_visa");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private static void awaitThatTheBooksAgree(ShopClient client) {
        await("the books agree")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> {
                    JsonNode report = client.reconciliation().json();
                    assertThat(report.path("mismatches")).isEmpty();
                    assertThat(report.path("outbox").path("pending").asInt()).isZero();
                });
    }
}
