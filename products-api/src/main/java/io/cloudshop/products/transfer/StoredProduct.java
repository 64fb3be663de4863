package io.cloudshop.products.transfer;

import java.util.UUID;

/**
 * A product that is there already, beside the line that speaks of it.
 *
 * @param isEdited whether the line says something else than the catalogue, the stock aside
 * @param available units that can be sold
 */
record StoredProduct(UUID id, String sku, boolean isEdited, long available) {}
