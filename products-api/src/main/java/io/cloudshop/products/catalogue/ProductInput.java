package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.defaults.text.PlainLine;
import io.cloudshop.defaults.text.PlainText;
import io.cloudshop.defaults.text.TypedText;
import io.cloudshop.products.stock.Stock;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator says about a product. Text is taken as {@link TypedText} has it, so that limits count that. */
@Schema(requiredProperties = {"sku", "name", "category", "price"})
public record ProductInput(
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9-]{3,32}", message = "must be 3 to 32 of A-Z, 0-9 and -")
        @Schema(description = "Kept in capitals", example = "LMP-1042")
        String sku,

        @NotBlank @Size(max = 200) @PlainLine String name,

        @Schema(description = "Empty when left out") @Size(max = 5000) @PlainText
        String description,

        @NotBlank
        @Size(max = 60)
        @PlainLine
        @Schema(
                description = "White space and case make no other category: it is spelt as it was spelt first",
                example = "Lighting")
        String category,

        @NotNull Money price,

        @Min(0) @Max(Stock.MOST) @Schema(description = """
                        Units that can be sold. In a new product the initial stock, 0 when left out. In an edit the difference to \
                        the stock that the If-Match tag stands for is booked as an adjustment, so that units sold in between \
                        are not given back; unchanged when left out.""") Long stock,

        @Size(max = 500)
        @Pattern(regexp = IMAGE_URL, message = NO_IMAGE_URL)
        @Schema(description = "A path on the shop's own host, or an https URL", example = "/catalogue/lmp-1042.svg")
        String imageUrl) {

    static final String IMAGE_URL = "(?!//)[!#-9;=?-\\[\\]-~]+|https://[!#-;=?-\\[\\]-~]+";
    static final String NO_IMAGE_URL = "must be a path or an https URL";

    public ProductInput {
        sku = TypedText.code(sku);
        name = TypedText.line(name);
        description = description == null ? "" : TypedText.text(description);
        category = TypedText.line(category);
        imageUrl = imageUrl == null || imageUrl.isBlank() ? null : imageUrl.strip();
    }

    /** The same at another price. */
    public ProductInput priced(Money price) {
        return new ProductInput(sku, name, description, category, price, stock, imageUrl);
    }

    /** The same with so many units, null for as many as there are. */
    public ProductInput stocked(Long stock) {
        return new ProductInput(sku, name, description, category, price, stock, imageUrl);
    }
}
