package io.cloudshop.defaults.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void is_written_and_read_as_a_decimal_string_at_the_scale_of_its_currency() throws Exception {
        Money price = Money.of("19.9", "EUR");

        String written = json.writeValueAsString(price);

        assertThat(written).isEqualToIgnoringWhitespace("{\"amount\":\"19.90\",\"currency\":\"EUR\"}");
        assertThat(json.readValue(written, Money.class)).isEqualTo(price);
    }

    @Test
    void adds_and_multiplies_exactly() {
        assertThat(Money.of("0.10", "EUR").times(3).plus(Money.zero("EUR"))).isEqualTo(Money.of("0.30", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, EUR",
        "1.999, EUR",
        "1.5, JPY",
        "1, EURO",
        "1e3, EUR",
        "'', EUR",
        "100000000000000, EUR",
        "1, XXX",
        "1, XAU"
    })
    void refuses_what_is_not_an_amount_of_that_currency(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, currency)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_calculation_gives_less_than_nothing_or_more_than_an_order_can_come_to() {
        Money dear = new Money(Money.PRICE_LIMIT, "EUR");

        assertThatThrownBy(() -> Money.of("1", "EUR").times(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dear.times(10_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"EUR, 0.01, 0.00", "JPY, 1, 0", "KWD, 0.001, 0.000"})
    void the_smallest_coin_is_that_of_the_currency(String currency, String coin, String nothing) {
        ShopCurrency shop = ShopCurrency.of(currency);

        assertThat(shop.ofCoins(1)).isEqualTo(Money.of(coin, currency));
        assertThat(shop.zero().amount()).isEqualTo(nothing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EURO", "eur", "XXX", "XAU"})
    void a_shop_needs_a_currency_that_can_be_paid_in(String code) {
        assertThatThrownBy(() -> ShopCurrency.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "KWD"})
    void a_hundred_lines_of_the_dearest_product_can_be_summed(String currency) {
        Money coin = ShopCurrency.of(currency).ofCoins(1);
        Money dearest = new Money(Money.PRICE_LIMIT.subtract(coin.value()), currency);

        Money total = Collections.nCopies(100, dearest.times(99)).stream().reduce(Money.zero(currency), Money::plus);

        assertThat(Money.of(total.amount(), currency)).isEqualTo(total);
    }

    @Test
    void does_not_mix_currencies() {
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
