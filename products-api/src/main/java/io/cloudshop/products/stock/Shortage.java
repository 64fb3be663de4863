package io.cloudshop.products.stock;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** More units were asked for than there are. */
@Schema(requiredProperties = {"productId", "requested", "available"})
public record Shortage(UUID productId, long requested, long available) {}
