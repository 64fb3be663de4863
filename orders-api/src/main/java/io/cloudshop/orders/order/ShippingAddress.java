package io.cloudshop.orders.order;

import io.cloudshop.defaults.text.PlainLine;
import io.cloudshop.defaults.text.TypedText;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an order goes, as {@link TypedText} has it. The table's checks repeat the limits. */
@Embeddable
@Schema(requiredProperties = {"name", "street", "postalCode", "city", "country"})
public record ShippingAddress(
        @NotBlank @Size(max = 100) @PlainLine String name,

        @NotBlank @Size(max = 200) @PlainLine String street,

        @NotBlank @Size(max = 20) @PlainLine @Column(name = "postal_code")
        String postalCode,

        @NotBlank @Size(max = 100) @PlainLine String city,

        @NotNull
        @CountryCode
        @Schema(
                description = "ISO 3166-1 alpha-2 code; kept in capitals",
                pattern = "[A-Za-z]{2}",
                minLength = 2,
                maxLength = 2,
                example = "FR")
        String country) {

    public ShippingAddress {
        name = TypedText.line(name);
        street = TypedText.line(street);
        postalCode = TypedText.line(postalCode);
        city = TypedText.line(city);
        country = TypedText.code(country);
    }
}
