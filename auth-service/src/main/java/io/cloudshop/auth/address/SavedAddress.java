package io.cloudshop.auth.address;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An address in the book of its owner. */
@Schema(
        name = "SavedAddress",
        requiredProperties = {"id", "name", "street", "postalCode", "city", "country", "isDefault"})
public record SavedAddress(
        UUID id, String name, String street, String postalCode, String city, String country, boolean isDefault) {}
