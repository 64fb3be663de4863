package io.cloudshop.products.translation;

import io.cloudshop.defaults.text.PlainLine;
import io.cloudshop.defaults.text.PlainText;
import io.cloudshop.defaults.text.TypedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator calls a product in another language. Text is taken as {@link TypedText} has it. */
@Schema(name = "ProductTranslation", requiredProperties = "name")
public record TranslationInput(
        @NotBlank @Size(max = 200) @PlainLine @Schema(example = "Suspension dôme Skog, sauge")
        String name,

        @Schema(description = "Empty when left out") @Size(max = 5000) @PlainText
        String description) {

    public TranslationInput {
        name = TypedText.line(name);
        description = description == null ? "" : TypedText.text(description);
    }
}
