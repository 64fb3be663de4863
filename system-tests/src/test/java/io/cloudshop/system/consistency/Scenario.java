package io.cloudshop.system.consistency;

import io.cloudshop.system.consistency.Promise.Attempt;
import io.cloudshop.system.shop.Answer;
import io.cloudshop.system.shop.Buyer;
import io.cloudshop.system.shop.ShopClient;
import io.cloudshop.system.shop.TestShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A shop, eight customers, and the words that the tests are written in. */
final class Scenario implements AutoCloseable {

    private static final int BUYERS = 8;

    private final TestShop shop;
    private final ShopClient client;
    private final List<Buyer> buyers;
    private final Map<UUID, Integer> stock = new HashMap<>();

    Scenario(String name, int replicas, Duration lease) {
        shop = TestShop.started(name, replicas, lease);
        client = new ShopClient(shop);
        buyers = client.givenBuyers(BUYERS);
    }

    /** Everything runs, no fault is set, every replica serves, and no stock is remembered. */
    void makeWhole() {
        shop.faults().clear();
        shop.heal();
        for (int replica = 0; replica < shop.orders().size(); replica++) {
            client.awaitThatItServes(buyers.get(replica));
        }
        stock.clear();
    }

    TestShop shop() {
        return shop;
    }

    Buyer buyer(int number) {
        return buyers.get(number % BUYERS);
    }

    UUID givenProduct(int units) {
        UUID product = client.givenProduct(units);
        stock.put(product, units);
        return product;
    }

    List<UUID> givenProducts(int count, int unitsOfEach) {
        List<UUID> products = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            products.add(givenProduct(unitsOfEach));
        }
        return products;
    }

    int availableOf(UUID product) {
        return client.stockOf(product).path("available").asInt();
    }

    Attempt checkOut(Buyer buyer, Map<UUID, Integer> lines) {
        return checkOut(buyer, lines, "tok_visa");
    }

    Attempt checkOut(Buyer buyer, Map<UUID, Integer> lines, String card) {
        String key = UUID.randomUUID().toString();
        Answer answer = buyer.checkOutPatiently(key, lines, card);
        return new Attempt(buyer, key, lines, card, answer);
    }

    /** So many checkouts at once, over all buyers; who is told that there is a rush (503) asks again with the same key. */
    List<Attempt> checkOutAtOnce(int count, IntFunction<Map<UUID, Integer>> cart) {
        try (Shopping shopping = new Shopping()) {
            IntStream.range(0, count).forEach(i -> shopping.begin(() -> checkOut(buyer(i), cart.apply(i))));
            return shopping.finish();
        }
    }

    void thenThePromiseIsKeptFor(List<Attempt> attempts) {
        new Promise(client, stock).isKeptFor(attempts);
    }

    @Override
    public void close() {
        shop.close();
    }
}
