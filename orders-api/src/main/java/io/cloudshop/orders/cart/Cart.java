package io.cloudshop.orders.cart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What somebody wants to buy, as it was at one moment, in the order of the products' ids. Each line knows the edit that
 * put it there; an edit has an id that no other one ever has, in whichever cart and whatever was lost meanwhile.
 */
public record Cart(List<Line> lines) {

    /** So many of one product, by the latest edit that said so. */
    public record Line(UUID productId, int quantity, UUID edit) {}

    public Cart {
        lines = List.copyOf(lines);
    }

    /** Differs from that of every other state of any cart, but for the empty ones; opaque. */
    public String version() {
        String content = lines.stream()
                .map(line -> line.productId() + " " + line.quantity() + " " + line.edit())
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    List<UUID> productIds() {
        return lines.stream().map(Line::productId).toList();
    }

    boolean holds(UUID productId) {
        return productIds().contains(productId);
    }
}
