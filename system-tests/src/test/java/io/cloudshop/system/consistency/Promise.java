package io.cloudshop.system.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudshop.system.shop.Answer;
import io.cloudshop.system.shop.Buyer;
import io.cloudshop.system.shop.ShopClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What CloudShop promises about every checkout, whatever broke meanwhile: decided within a minute, nothing oversold,
 * nothing lost, one order a key, and three books that agree.
 */
final class Promise {

    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(60);

    /** A checkout that was asked for and the first final answer to it. */
    record Attempt(Buyer buyer, String key, Map<UUID, Integer> lines, String card, Answer answer) {}

    private final ShopClient shop;
    private final Map<UUID, Integer> initialStock;

    Promise(ShopClient shop, Map<UUID, Integer> initialStock) {
        this.shop = shop;
        this.initialStock = initialStock;
    }

    void isKeptFor(List<Attempt> attempts) {
        await("everything is decided")
                .atMost(DECIDED_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .untilAsserted(this::nothingIsUnderWay);
        Map<UUID, Integer> sold = new HashMap<>();
        attempts.forEach(attempt -> assertAnswerStands(attempt, sold));
        initialStock.forEach((product, stock) -> assertStockAddsUp(product, stock, sold.getOrDefault(product, 0)));
        assertOneOrderAKey(attempts);
    }

    private void nothingIsUnderWay() {
        Answer answer = shop.reconciliation();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode report = answer.json();
        assertThat(report.path("mismatches")).as("mismatches").isEmpty();
        assertThat(report.path("orders").path("PENDING").asInt())
                .as("pending orders")
                .isZero();
        assertThat(report.path("payments").path("authorized").asInt())
                .as("authorisations left open")
                .isZero();
        assertThat(report.path("outbox").path("pending").asInt())
                .as("events not delivered")
                .isZero();
        assertThat(report.path("outbox").path("dead").asInt())
                .as("dead letters")
                .isZero();
        initialStock.keySet().forEach(product -> assertThat(
                        shop.stockOf(product).path("held").asInt())
                .as("held")
                .isZero());
    }

    /** The answer is still true, and asking again says the same. */
    private static void assertAnswerStands(Attempt attempt, Map<UUID, Integer> sold) {
        Answer first = attempt.answer();
        assertThat(first.status()).as(first.body()).isIn(201, 202, 402, 409);
        Answer again = attempt.buyer().checkOutPatiently(attempt.key(), attempt.lines(), attempt.card());
        assertThat(again.isReplay()).isTrue();
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        if (first.status() <= 202) {
            JsonNode order =
                    attempt.buyer().order(first.json().get("id").asText()).json();
            List<String> allowed = first.status() == 201 ? List.of("CONFIRMED") : List.of("CONFIRMED", "REJECTED");
            assertThat(order.path("status").asText()).isIn(allowed);
            if ("CONFIRMED".equals(order.path("status").asText())) {
                attempt.lines().forEach((product, quantity) -> sold.merge(product, quantity, Integer::sum));
            }
        }
    }

    private void assertStockAddsUp(UUID product, int initial, int sold) {
        JsonNode stock = shop.stockOf(product);
        assertThat(stock.path("sold").asInt()).as("sold of " + product).isEqualTo(sold);
        assertThat(stock.path("onHand").asInt()).as("on hand of " + product).isEqualTo(initial - sold);
        assertThat(stock.path("available").asInt())
                .as("available of " + product)
                .isEqualTo(initial - sold);
    }

    /** A buyer has exactly the orders of their own keys. */
    private static void assertOneOrderAKey(List<Attempt> attempts) {
        Map<Buyer, List<String>> expected = new HashMap<>();
        attempts.forEach(attempt -> expected.computeIfAbsent(attempt.buyer(), buyer -> new ArrayList<>())
                .add(orderIdIn(attempt.answer())));
        expected.forEach((buyer, ids) -> assertThat(
                        buyer.orders().stream().map(order -> order.get("id").asText()))
                .as("orders of one buyer")
                .containsAll(ids)
                .doesNotHaveDuplicates());
    }

    private static String orderIdIn(Answer answer) {
        JsonNode body = answer.json();
        return body.path(answer.status() <= 202 ? "id" : "orderId").asText();
    }
}
