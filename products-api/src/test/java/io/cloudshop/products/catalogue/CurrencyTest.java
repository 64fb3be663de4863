package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.namesOf;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cloudshop.defaults.money.ShopCurrency;
import io.cloudshop.products.testing.SearchEngine;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shop in one currency, whichever it is: the subclasses are shops in others than the euro. */
abstract class CurrencyTest {

    private final String category = anySku();

    @Inject
    ProductRepository products;

    /** Its code, and one coin of it as an amount. */
    abstract String currency();

    abstract String coins(long count);

    static Map<String, String> inSchema(String schema, String currency) {
        return Map.of(
                "cloudshop.currency", currency,
                "quarkus.flyway.default-schema", schema,
                "quarkus.datasource.jdbc.new-connection-sql", "SET search_path = " + schema + ", public");
    }

    @AfterEach
    void restoreEngine() {
        SearchEngine.restore();
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
    }

    @Test
    void prices_are_taken_kept_and_shown_at_the_scale_of_the_currency() {
        String dearest =
                new BigDecimal("10000000000").subtract(new BigDecimal(coins(1))).toPlainString();

        for (String amount : List.of(coins(1), coins(4_990), dearest)) {
            aProduct()
                    .with("price", money(amount))
                    .post()
                    .then()
                    .statusCode(201)
                    .body("price.amount", equalTo(amount))
                    .body("price.currency", equalTo(currency()));
        }
        aProduct()
                .with("price", money("10000000000"))
                .post()
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("price.amount"));
        aProduct().with("price", money("0.00001")).post().then().statusCode(422);
        aProduct().priced("1").post().then().statusCode(422).body("violations.field", hasItem("price.currency"));
    }

    @Test
    void ranges_have_no_gap_and_find_as_many_as_they_count_whoever_answers() {
        List.of(2_499L, 2_500L, 4_999L, 5_000L, 9_999L, 10_000L, 25_000L).forEach(count -> aProduct()
                .in(category)
                .named("Lamp of " + count)
                .with("price", money(coins(count)))
                .create());
        eventually(() -> find().then().body("source", equalTo("index")).body("total", equalTo(7)));

        thenRangesCountWhatTheyFind();

        SearchEngine.cut();

        thenRangesCountWhatTheyFind();
    }

    @Test
    void bounds_are_in_coins() {
        aProduct().in(category).named("Lamp").with("price", money(coins(4_990))).create();

        assertThat(namesOf(list("minPrice", coins(4_990), "maxPrice", coins(4_990))))
                .containsExactly("Lamp");
        assertThat(namesOf(list("minPrice", coins(4_991)))).isEmpty();
        list("minPrice", coins(1) + (coins(1).contains(".") ? "1" : ".1"))
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("minPrice"));
    }

    @Test
    void a_catalogue_in_another_currency_is_no_catalogue_to_start_with() {
        aProduct().with("price", money(coins(1))).create();

        new CurrencyCheck(products, ShopCurrency.of(currency())).start(null);

        assertThatThrownBy(() -> new CurrencyCheck(products, ShopCurrency.of("EUR")).start(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cloudshop.currency is EUR, but the catalogue has prices in %s: convert them or set it back"
                        .formatted(currency()));
    }

    private void thenRangesCountWhatTheyFind() {
        Response all = find();
        assertThat(all.jsonPath().getList("facets.prices.from.amount", String.class))
                .containsExactly(coins(0), coins(2_500), coins(5_000), coins(10_000), coins(25_000));
        assertThat(all.jsonPath().getList("facets.prices.count", Integer.class)).containsExactly(1, 2, 2, 1, 1);
        for (int i = 0; i < 4; i++) {
            int count = all.path("facets.prices[%d].count".formatted(i));
            find(
                            "minPrice", all.path("facets.prices[%d].from.amount".formatted(i)),
                            "maxPrice", all.path("facets.prices[%d].to.amount".formatted(i)))
                    .then()
                    .body("total", equalTo(count));
        }
    }

    private Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", currency());
    }

    private Response find(Object... parameters) {
        return search(with(parameters));
    }

    private Response list(Object... parameters) {
        var request = asAnyone();
        Object[] all = with(parameters);
        for (int i = 0; i < all.length; i += 2) {
            request.queryParam((String) all[i], all[i + 1]);
        }
        return request.get("/api/v1/products");
    }

    private Object[] with(Object... parameters) {
        Object[] all = new Object[parameters.length + 2];
        all[0] = "category";
        all[1] = category;
        System.arraycopy(parameters, 0, all, 2, parameters.length);
        return all;
    }
}
