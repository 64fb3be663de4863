package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.text.PlainLine;
import io.cloudshop.defaults.text.TypedText;
import io.cloudshop.products.stock.Stock;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Units that were found, lost, delivered or thrown away, and why. */
@Schema(requiredProperties = {"delta", "reason"})
record StockAdjustment(
        @NotNull
        @Min(-Stock.MOST)
        @Max(Stock.MOST)
        @Schema(description = "Units added, or taken away when negative; not 0", example = "-2")
        Long delta,

        @NotBlank @Size(max = 200) @PlainLine @Schema(example = "broken in transit")
        String reason) {

    StockAdjustment {
        reason = TypedText.line(reason);
    }

    @AssertTrue(message = "must not be 0")
    @Schema(hidden = true)
    boolean isDelta() {
        return delta == null || delta != 0;
    }
}
