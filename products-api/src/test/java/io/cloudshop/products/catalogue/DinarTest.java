package io.cloudshop.products.catalogue;

import io.cloudshop.products.testing.ProductsTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.math.BigDecimal;
import java.util.Map;

@ProductsTest
@TestProfile(DinarTest.Shop.class)
class DinarTest extends CurrencyTest {

    @Override
    String currency() {
        return "KWD";
    }

    @Override
    String coins(long count) {
        return BigDecimal.valueOf(count, 3).toPlainString();
    }

    /** The same service with another setting, and a catalogue of its own. */
    public static class Shop implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return inSchema("dinar", "KWD");
        }
    }
}
