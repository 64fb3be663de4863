package io.cloudshop.products.translation;

import io.cloudshop.defaults.text.PlainLine;
import io.cloudshop.defaults.text.TypedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator calls a category in another language. Text is taken as {@link TypedText} has it. */
@Schema(name = "CategoryTranslation", requiredProperties = "name")
public record CategoryTranslationInput(
        @NotBlank @Size(max = 60) @PlainLine @Schema(example = "Luminaires")
        String name) {

    public CategoryTranslationInput {
        name = TypedText.line(name);
    }
}
