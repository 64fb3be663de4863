package io.cloudshop.orders.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was sold, by day, the earliest first. */
@Schema(requiredProperties = {"items"})
public record Sales(List<Day> items) {

    /**
     * What was sold on one day.
     *
     * @param day    in UTC
     * @param orders that were placed on it and came about
     */
    @Schema(
            name = "SalesDay",
            requiredProperties = {"day", "orders", "revenue"})
    public record Day(
            LocalDate day,
            long orders,

            @Schema(description = "One for each currency, in the order of their codes")
            List<Revenue> revenue) {}

    /** A sum of money; unlike a price it has no limit. */
    @Schema(requiredProperties = {"amount", "currency"})
    public record Revenue(
            @Schema(example = "1990.00", pattern = "\\d+(\\.\\d+)?")
            String amount,

            @Schema(example = "EUR", pattern = "[A-Z]{3}") String currency) {

        static Revenue of(BigDecimal sum, String currency) {
            int scale = Currency.getInstance(currency).getDefaultFractionDigits();
            return new Revenue(sum.setScale(scale).toPlainString(), currency);
        }
    }
}
