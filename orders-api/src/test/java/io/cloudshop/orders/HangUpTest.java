package io.cloudshop.orders;

import io.cloudshop.defaults.Ids;
import io.cloudshop.testing.HangUpContract;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
class HangUpTest extends HangUpContract {

    @Override
    protected List<String> heads() {
        String headers = " HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + TestTokens.customer(Ids.next()) + "\r\n";
        return List.of(
                "POST /api/v1/orders" + headers + "Idempotency-Key: " + Ids.next() + "\r\n",
                "PUT /api/v1/cart/items/" + Ids.next() + headers);
    }
}
