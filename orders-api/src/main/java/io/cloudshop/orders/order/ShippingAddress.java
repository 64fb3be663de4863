package io.cloudshop.orders.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an order goes. */
@Embeddable
@Schema(requiredProperties = {"name", "street", "postalCode", "city", "country"})
public record ShippingAddress(
        @NotBlank @Size(max = 100) @Pattern(regexp = ShippingAddress.LINE, message = ShippingAddress.ONE_LINE)
        String name,

        @NotBlank @Size(max = 200) @Pattern(regexp = ShippingAddress.LINE, message = ShippingAddress.ONE_LINE)
        String street,

        @NotBlank
        @Size(max = 20)
        @Pattern(regexp = ShippingAddress.LINE, message = ShippingAddress.ONE_LINE)
        @Column(name = "postal_code")
        String postalCode,

        @NotBlank @Size(max = 100) @Pattern(regexp = ShippingAddress.LINE, message = ShippingAddress.ONE_LINE)
        String city,

        @NotNull
        @NotBlank
        @Size(max = 60)
        @Pattern(regexp = ShippingAddress.LINE, message = ShippingAddress.ONE_LINE)
        @Schema(description = "Name or ISO 3166 code", example = "FR")
        String country) {

    static final String LINE = "[^\\p{Cc}\\p{Zl}\\p{Zp}]*";
    static final String ONE_LINE = "must be one line without control characters";
}
