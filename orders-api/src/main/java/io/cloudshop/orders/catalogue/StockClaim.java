package io.cloudshop.orders.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What products-api's books say about one order's stock: HELD, CONFIRMED, or given back in some way. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StockClaim(UUID orderId, String status, List<Line> lines) {

    /** So many of one product. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(UUID productId, int quantity) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<StockClaim> items) {}

    public Map<UUID, Integer> quantities() {
        return lines.stream().collect(Collectors.toMap(Line::productId, Line::quantity));
    }

    public boolean isSold() {
        return "CONFIRMED".equals(status);
    }

    public boolean isHeld() {
        return "HELD".equals(status);
    }
}
