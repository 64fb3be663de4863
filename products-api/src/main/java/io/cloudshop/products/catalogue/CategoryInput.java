package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.text.PlainLine;
import io.cloudshop.defaults.text.TypedText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator says about a category. */
public record CategoryInput(
        @Size(max = 500)
        @Pattern(regexp = ProductInput.IMAGE_URL, message = ProductInput.NO_IMAGE_URL)
        @Schema(
                description = "A path on the shop's own host, or an https URL; that of its first product when left out",
                example = "/catalogue/lmp-1042.svg")
        String imageUrl,

        @Size(max = 60)
        @PlainLine
        @Schema(
                description = "The category that it lies in, added if it is not there; none when left out. "
                        + "One that lies in another has none in it",
                example = "Furniture")
        String parent) {

    public CategoryInput {
        imageUrl = imageUrl == null || imageUrl.isBlank() ? null : imageUrl.strip();
        parent = parent == null || parent.isBlank() ? null : TypedText.line(parent);
    }
}
