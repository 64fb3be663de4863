package io.cloudshop.orders.testing;

import io.cloudshop.defaults.Ids;
import io.cloudshop.defaults.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The stock and the reservations of products-api, as its API document and its promises describe them. Thread-safe. */
public final class FakeCatalogue {

    private static final Duration HELD_FOR = Duration.ofMinutes(15);

    /** Java compares the halves of a UUID as signed numbers, PostgreSQL does not. */
    private static final Comparator<UUID> AS_THE_DATABASE = Comparator.comparing(UUID::toString);

    private final Map<UUID, Product> products = new LinkedHashMap<>();
    private final Map<UUID, Integer> stock = new LinkedHashMap<>();
    private final SortedMap<UUID, Reservation> reservations = new TreeMap<>(AS_THE_DATABASE);

    /** A refusal: a problem type, a status and more members of the problem body. */
    public static final class Refusal extends RuntimeException {

        final int status;
        final String slug;
        final transient Map<String, Object> members;

        Refusal(int status, String slug, Map<String, Object> members) {
            super(slug, null, false, false);
            this.status = status;
            this.slug = slug;
            this.members = members;
        }
    }

    private record Reservation(
            UUID orderId,
            String status,
            Instant expiresAt,
            SortedMap<UUID, Integer> quantities,
            List<Object> lines,
            Instant updatedAt) {

        Reservation(
                UUID orderId,
                String status,
                Instant expiresAt,
                SortedMap<UUID, Integer> quantities,
                List<Object> lines) {
            this(orderId, status, expiresAt, quantities, lines, Instant.now());
        }

        Reservation become(String next) {
            return new Reservation(orderId, next, expiresAt, quantities, lines);
        }

        Map<String, Object> view() {
            return Map.of("orderId", orderId, "status", status, "expiresAt", expiresAt, "lines", lines);
        }

        Map<String, Object> summary() {
            List<Map<String, Object>> summaries = quantities.entrySet().stream()
                    .map(line -> Map.<String, Object>of("productId", line.getKey(), "quantity", line.getValue()))
                    .toList();
            return Map.of("orderId", orderId, "status", status, "expiresAt", expiresAt, "lines", summaries);
        }
    }

    public Product add(String name, String price, int available) {
        return add(name, Money.of(price, "EUR"), available);
    }

    public synchronized Product add(String name, Money price, int available) {
        UUID id = Ids.next();
        Product product = new Product(id, name.toUpperCase(Locale.ROOT) + "-" + id, name, price);
        products.put(id, product);
        stock.put(id, available);
        return product;
    }

    public synchronized Product reprice(Product product, String price) {
        Product dearer = new Product(product.id(), product.sku(), product.name(), Money.of(price, "EUR"));
        products.put(product.id(), dearer);
        return dearer;
    }

    public synchronized void setStock(Product product, int available) {
        stock.put(product.id(), available);
    }

    public synchronized void remove(Product product) {
        products.remove(product.id());
    }

    /** What can still be sold of it. */
    public synchronized int stockOf(Product product) {
        return stock.get(product.id());
    }

    /** HELD, CONFIRMED, RELEASED, EXPIRED or RETURNED; NONE where the order never asked. */
    public synchronized String reservationOf(UUID orderId) {
        return reservations.containsKey(orderId) ? reservations.get(orderId).status() : "NONE";
    }

    public synchronized void expire(UUID orderId) {
        giveBack(reservations.get(orderId), "EXPIRED");
    }

    /** As if products-api had lost its books of this order. */
    public synchronized void forget(UUID orderId) {
        reservations.remove(orderId);
    }

    /** As if products-api had come to another end with this order than we have. */
    public synchronized void setReservation(UUID orderId, String status) {
        reservations.compute(
                orderId,
                (id, known) -> known == null
                        ? new Reservation(id, status, Instant.now(), new TreeMap<>(), List.of())
                        : known.become(status));
    }

    /** As if this order had not been touched for a while. */
    public synchronized void lastTouched(UUID orderId, Instant when) {
        reservations.computeIfPresent(
                orderId,
                (id, known) -> new Reservation(
                        id, known.status(), known.expiresAt(), known.quantities(), known.lines(), when));
    }

    synchronized Map<String, Object> page(Collection<UUID> ids, int size) {
        List<Map<String, Object>> items = ids.stream()
                .distinct()
                .filter(products::containsKey)
                .map(id -> view(products.get(id)))
                .toList();
        return Map.of("items", items, "page", 0, "size", size, "total", items.size(), "totalIsEstimate", false);
    }

    synchronized Map<String, Object> reserve(UUID orderId, Map<UUID, Integer> quantities) {
        Reservation known = reservations.get(orderId);
        if (known == null) {
            known = hold(orderId, new TreeMap<>(quantities));
        }
        return switch (known.status()) {
            case "HELD", "CONFIRMED" -> known.view();
            case "EXPIRED" -> throw new Refusal(409, "reservation-expired", Map.of());
            default -> throw new Refusal(409, "reservation-released", Map.of());
        };
    }

    synchronized Map<String, Object> confirm(UUID orderId) {
        Reservation known = reservations.get(orderId);
        if (known == null) {
            throw new Refusal(404, "not-found", Map.of());
        }
        if (known.status().equals("HELD")) {
            known = known.become("CONFIRMED");
            reservations.put(orderId, known);
        }
        if (!known.status().equals("CONFIRMED")) {
            throw new Refusal(409, "reservation-expired", Map.of());
        }
        return known.view();
    }

    synchronized void release(UUID orderId) {
        Reservation known = reservations.get(orderId);
        if (known == null) {
            Reservation nothing = new Reservation(orderId, "RELEASED", Instant.now(), new TreeMap<>(), List.of());
            reservations.put(orderId, nothing);
        } else if (known.status().equals("HELD")) {
            giveBack(known, "RELEASED");
        } else if (known.status().equals("CONFIRMED")) {
            giveBack(known, "RETURNED");
        }
    }

    synchronized Map<String, Object> reservations(
            Collection<UUID> orderIds, UUID after, Instant updatedSince, int size) {
        if (!orderIds.isEmpty()) {
            return Map.of(
                    "items",
                    orderIds.stream()
                            .filter(reservations::containsKey)
                            .map(id -> reservations.get(id).summary())
                            .toList());
        }
        List<Reservation> found = reservations.values().stream()
                .filter(one -> after == null || AS_THE_DATABASE.compare(one.orderId(), after) > 0)
                .filter(one -> updatedSince == null || !one.updatedAt().isBefore(updatedSince))
                .toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", found.stream().limit(size).map(Reservation::summary).toList());
        if (found.size() > size) {
            page.put("nextCursor", found.get(size - 1).orderId());
        }
        return page;
    }

    private Reservation hold(UUID orderId, SortedMap<UUID, Integer> quantities) {
        refuseUnknown(quantities);
        refuseShort(quantities);
        quantities.forEach((id, quantity) -> stock.merge(id, -quantity, Integer::sum));
        List<Object> lines = new ArrayList<>();
        quantities.forEach((id, quantity) -> lines.add(line(products.get(id), quantity)));
        Reservation held = new Reservation(orderId, "HELD", Instant.now().plus(HELD_FOR), quantities, lines);
        reservations.put(orderId, held);
        return held;
    }

    private void refuseUnknown(Map<UUID, Integer> quantities) {
        List<UUID> unknown = quantities.keySet().stream()
                .filter(id -> !products.containsKey(id))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(404, "unknown-product", Map.of("productIds", unknown));
        }
    }

    private void refuseShort(Map<UUID, Integer> quantities) {
        List<Map<String, Object>> shortages = quantities.entrySet().stream()
                .filter(line -> stock.get(line.getKey()) < line.getValue())
                .map(line -> Map.<String, Object>of(
                        "productId", line.getKey(),
                        "requested", line.getValue(),
                        "available", stock.get(line.getKey())))
                .toList();
        if (!shortages.isEmpty()) {
            throw new Refusal(409, "insufficient-stock", Map.of("shortages", shortages));
        }
    }

    private void giveBack(Reservation reservation, String next) {
        reservation.quantities().forEach((id, quantity) -> stock.merge(id, quantity, Integer::sum));
        reservations.put(reservation.orderId(), reservation.become(next));
    }

    private Map<String, Object> view(Product product) {
        return Map.ofEntries(
                Map.entry("id", product.id()),
                Map.entry("sku", product.sku()),
                Map.entry("name", product.name()),
                Map.entry("description", "A " + product.name()),
                Map.entry("category", "Living"),
                Map.entry("price", product.price()),
                Map.entry("stock", stock.get(product.id())),
                Map.entry("imageUrl", "/catalogue/" + product.id() + ".svg"),
                Map.entry("version", 1),
                Map.entry("createdAt", Instant.EPOCH),
                Map.entry("updatedAt", Instant.EPOCH));
    }

    private static Map<String, Object> line(Product product, int quantity) {
        return Map.of(
                "productId",
                product.id(),
                "sku",
                product.sku(),
                "name",
                product.name(),
                "quantity",
                quantity,
                "unitPrice",
                product.price());
    }
}
