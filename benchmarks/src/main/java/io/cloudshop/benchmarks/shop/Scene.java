package io.cloudshop.benchmarks.shop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What an experiment needs: somebody who may look into the books, products of its own, customers. */
public record Scene(ShopClient admin, List<String> products, List<ShopClient> customers) {

    private static final int PLENTY = 1_000_000;

    /** Made anew in the running shop. */
    public static Scene at(String gateway, int buyers, int products) {
        ShopClient guest = new ShopClient(gateway);
        ShopClient admin = guest.loggedIn(
                System.getenv().getOrDefault("CLOUDSHOP_ADMIN_EMAIL", "admin@cloudshop.local"),
                System.getenv().getOrDefault("CLOUDSHOP_ADMIN_PASSWORD", "admin-password-local"));
        return new Scene(
                admin,
                Stream.generate(() -> newProduct(admin)).limit(products).toList(),
                Stream.generate(() -> newCustomer(guest)).limit(buyers).toList());
    }

    private static String newProduct(ShopClient admin) {
        Answer made = admin.post(
                "/api/v1/products",
                Map.of(
                        "sku",
                        "BENCH-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT),
                        "name",
                        "Thing that is sold",
                        "description",
                        "Sold while the shop is measured or broken.",
                        "category",
                        "Benchmark",
                        "price",
                        Map.of("amount", "9.90", "currency", "EUR"),
                        "stock",
                        PLENTY),
                null);
        if (made.status() != 201) {
            throw new IllegalStateException("A product could not be made: " + made);
        }
        return String.valueOf(made.json().get("id"));
    }

    private static ShopClient newCustomer(ShopClient guest) {
        String email = "buyer-" + UUID.randomUUID() + "@example.org";
        String password = "a long enough password";
        Answer registered = guest.post(
                "/api/v1/auth/register",
                Map.of("email", email, "password", password, "displayName", "Patient Buyer"),
                null);
        if (registered.status() != 201) {
            throw new IllegalStateException("A customer could not register: " + registered);
        }
        return guest.loggedIn(email, password);
    }
}
