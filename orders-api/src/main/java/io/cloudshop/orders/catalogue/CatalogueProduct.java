package io.cloudshop.orders.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.cloudshop.defaults.money.Money;
import java.util.List;
import java.util.UUID;

/** What orders-api needs to know of a product; {@code stock} is what can still be sold. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CatalogueProduct(UUID id, String sku, String name, Money price, int stock, String imageUrl) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<CatalogueProduct> items) {}
}
