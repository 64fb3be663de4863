package io.cloudshop.products.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * The categories and their spelling, which the database decides when a product is written: see the trigger {@code
 * product_category_is_spelt_one_way}.
 */
@ApplicationScoped
class Categories {

    private static final String SPELLING = "SELECT name FROM category WHERE key = category_key(:typed)";
    private static final String WITH_PRODUCTS = """
            SELECT category, count(*) FROM product WHERE deleted_at IS NULL
             GROUP BY category ORDER BY sort_key(category), category""";

    private final EntityManager database;

    Categories(EntityManager database) {
        this.database = database;
    }

    /** Those that have products, by name. */
    List<Category> withProducts() {
        return database.createNativeQuery(WITH_PRODUCTS, Category.class).getResultList();
    }

    /** How products spell it; an unknown one stays as it is, and no product is in it. */
    String spelling(String typed) {
        List<String> known = database.createNativeQuery(SPELLING, String.class)
                .setParameter("typed", typed)
                .getResultList();
        return known.isEmpty() ? typed : known.getFirst();
    }
}
