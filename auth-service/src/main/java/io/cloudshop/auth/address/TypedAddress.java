package io.cloudshop.auth.address;

import io.cloudshop.defaults.text.PlainLine;
import io.cloudshop.defaults.text.TypedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An address as its owner wants it, as {@link TypedText} has it; what is in it can be the shipping address of an order. */
@Schema(
        name = "TypedAddress",
        requiredProperties = {"name", "street", "postalCode", "city", "country"})
record TypedAddress(
        @NotBlank @Size(max = 100) @PlainLine String name,

        @NotBlank @Size(max = 200) @PlainLine String street,

        @NotBlank @Size(max = 20) @PlainLine String postalCode,

        @NotBlank @Size(max = 100) @PlainLine String city,

        @NotNull
        @CountryCode
        @Schema(
                description = "ISO 3166-1 alpha-2 code; kept in capitals",
                pattern = "[A-Za-z]{2}",
                minLength = 2,
                maxLength = 2,
                example = "FR")
        String country,

        @Schema(description = "Takes the place of the default there was; the default stays one without it")
        Boolean isDefault) {

    TypedAddress {
        name = TypedText.line(name);
        street = TypedText.line(street);
        postalCode = TypedText.line(postalCode);
        city = TypedText.line(city);
        country = TypedText.code(country);
        isDefault = Boolean.TRUE.equals(isDefault);
    }
}
