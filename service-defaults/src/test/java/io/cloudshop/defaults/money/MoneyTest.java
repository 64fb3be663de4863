package io.cloudshop.defaults.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource({"-1, EUR", "1.999, EUR", "1.5, JPY", "1, EURO", "1e3, EUR", "'', EUR", "99999999999, EUR"})
    void refuses_what_is_not_an_amount_of_that_currency(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, currency)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void does_not_mix_currencies() {
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
