package io.cloudshop.orders;

import io.cloudshop.defaults.Ids;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.orders.testing.Product;
import io.cloudshop.testing.BodyContract;
import io.cloudshop.testing.GoodBody;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
class BodyTest extends BodyContract {

    private final Product lamp = Peers.CATALOGUE.add("lamp", "19.90", 1_000);

    @Override
    protected String path() {
        return "/api/v1/orders";
    }

    @Override
    protected Map<String, String> headers() {
        return Map.of(
                "Authorization",
                "Bearer " + TestTokens.customer(Ids.next()),
                "Idempotency-Key",
                Ids.next().toString());
    }

    @Override
    protected GoodBody good() {
        return GoodBody.of(Basket.of(lamp, 1).body(), "street", "quantity");
    }
}
