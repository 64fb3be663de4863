package io.cloudshop.orders.reconciliation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order whose books do not agree, and how. */
@Schema(requiredProperties = {"orderId", "problem"})
public record Mismatch(UUID orderId, String problem) {}
