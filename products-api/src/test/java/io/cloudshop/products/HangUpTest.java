package io.cloudshop.products;

import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.testing.HangUpContract;
import io.cloudshop.testing.TestTokens;
import java.util.List;

@ProductsTest
class HangUpTest extends HangUpContract {

    @Override
    protected List<String> heads() {
        String headers = " HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\nAuthorization: Bearer ";
        return List.of(
                "POST /api/v1/products" + headers + TestTokens.admin() + "\r\n",
                "POST /api/v1/reservations" + headers + TestTokens.service() + "\r\n");
    }
}
