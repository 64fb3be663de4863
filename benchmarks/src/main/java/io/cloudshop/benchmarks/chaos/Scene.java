package io.cloudshop.benchmarks.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What an experiment needs: somebody who may look into the books, a product of its own, customers. */
record Scene(ShopClient admin, String product, List<ShopClient> customers) {

    private static final int PLENTY = 1_000_000;

    /** Made anew in the running shop. */
    static Scene at(String gateway, int buyers) {
        ShopClient guest = new ShopClient(gateway);
        ShopClient admin = guest.loggedIn(
                System.getenv().getOrDefault("CLOUDSHOP_ADMIN_EMAIL", "admin@cloudshop.local"),
                System.getenv().getOrDefault("CLOUDSHOP_ADMIN_PASSWORD", "admin-password-local"));
        String product = newProduct(admin);
        List<ShopClient> customers = new ArrayList<>();
        for (int i = 0; i < buyers; i++) {
            customers.add(newCustomer(guest));
        }
        return new Scene(admin, product, List.copyOf(customers));
    }

    private static String newProduct(ShopClient admin) {
        Answer made = admin.post(
                "/api/v1/products",
                Map.of(
                        "sku",
                        "CHAOS-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT),
                        "name",
                        "Thing that survives",
                        "description",
                        "Sold while a part of the shop is killed.",
                        "category",
                        "Chaos",
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
        String email = "chaos-" + UUID.randomUUID() + "@example.org";
        String password = "a long enough password";
        Answer registered = guest.post(
                "/api/v1/auth/register",
                Map.of("email", email, "password", password, "displayName", "Chaos Customer"),
                null);
        if (registered.status() != 201) {
            throw new IllegalStateException("A customer could not register: " + registered);
        }
        return guest.loggedIn(email, password);
    }
}
