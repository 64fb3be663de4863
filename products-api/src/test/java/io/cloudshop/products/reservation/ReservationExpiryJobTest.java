package io.cloudshop.products.reservation;

import static io.cloudshop.products.testing.Api.reserve;
import static io.cloudshop.products.testing.Api.stockOf;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.Searching.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ProductsTest
@TestProfile(ReservationExpiryJobTest.ImpatientShop.class)
class ReservationExpiryJobTest {

    @Test
    void units_come_back_by_themselves() {
        UUID lamp = aProduct().withStock(1).create();
        reserve(Ids.next(), lamp, 1).then().statusCode(201);
        assertThat(stockOf(lamp)).isZero();

        eventually(() -> assertThat(stockOf(lamp)).isOne());
    }

    /** Holds stock for two seconds. */
    public static class ImpatientShop implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cloudshop.reservations.ttl", "2s", "cloudshop.reservations.expiry-interval", "1s");
        }
    }
}
