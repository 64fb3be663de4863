package io.cloudshop.defaults.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount in one currency, never negative and always at the currency's scale: {@code {"amount": "19.90", "currency":
 * "EUR"}}. Immutable.
 */
@Schema(requiredProperties = {"amount", "currency"})
public record Money(
        @JsonIgnore BigDecimal value,
        @Schema(example = "EUR", pattern = "[A-Z]{3}") String currency) {

    /** No price reaches this. Ten digits before the point. */
    public static final BigDecimal PRICE_LIMIT = new BigDecimal("10000000000");

    /** What an order can come to: a hundred lines of ninety-nine pieces, each below the limit of a price. */
    private static final BigDecimal LIMIT = PRICE_LIMIT.multiply(BigDecimal.valueOf(10_000));

    public Money {
        if (value == null || currency == null) {
            throw new IllegalArgumentException("needs an amount and a currency");
        }
        int scale = scaleOf(currency);
        if (value.signum() < 0 || value.compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("amount must be at least 0 and below " + LIMIT);
        }
        if (value.stripTrailingZeros().scale() > scale) {
            throw new IllegalArgumentException("amount has more decimals than " + currency + " allows (" + scale + ")");
        }
        value = value.setScale(scale);
    }

    @JsonCreator
    public static Money of(@JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {
        if (amount == null || !amount.matches("\\d{1,14}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("amount must be a decimal string such as \"19.90\"");
        }
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    @JsonProperty("amount")
    @Schema(example = "19.90", pattern = "\\d+(\\.\\d+)?")
    public String amount() {
        return value.toPlainString();
    }

    public Money times(int quantity) {
        return new Money(value.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(value.add(other.value), currency);
    }

    private static int scaleOf(String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            if (digits >= 0) {
                return digits;
            }
        } catch (IllegalArgumentException unknown) {
            // said below
        }
        throw new IllegalArgumentException("currency must be the ISO 4217 code of money, such as \"EUR\"");
    }
}
