package io.cloudshop.products.catalogue;

import io.cloudshop.database.ScalarQuery;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.products.change.ProductsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The categories and their spelling, which the database decides when a product is written: see the trigger {@code
 * product_category_is_spelt_one_way}.
 */
@ApplicationScoped
class Categories {

    private static final String SPELLING = "SELECT name FROM category WHERE key = category_key(:typed)";
    private static final String WITH_PRODUCTS = """
            SELECT category.name, counted.products, category.slug, coalesce(category.image_url, first.image_url), category.parent
              FROM (SELECT place.name, CAST(sum(own.products) AS bigint) AS products
                      FROM (SELECT category, count(*) AS products FROM product WHERE deleted_at IS NULL GROUP BY category) own
                      JOIN category ON category.name = own.category
                     CROSS JOIN LATERAL (VALUES (category.name), (category.parent)) AS place (name)
                     GROUP BY place.name) counted
              JOIN category ON category.name = counted.name
              LEFT JOIN LATERAL (
                       SELECT pictured.image_url FROM category inside
                        CROSS JOIN LATERAL (
                                 SELECT image_url, sort_name, id FROM product
                                  WHERE product.category = inside.name AND deleted_at IS NULL AND image_url IS NOT NULL
                                  ORDER BY sort_name, id LIMIT 1) pictured
                        WHERE inside.name = category.name OR inside.parent = category.name
                        ORDER BY inside.parent NULLS FIRST, pictured.sort_name, pictured.id LIMIT 1) first ON true
             ORDER BY sort_key(category.name), category.name""";
    private static final String TREE = "SELECT name, parent FROM category WHERE parent IS NOT NULL";
    private static final String PRESENT =
            "UPDATE category SET image_url = :imageUrl, parent = category_called(CAST(:parent AS text)) WHERE slug = :slug";
    private static final Map<String, String> REFUSALS = Map.of(
            "category_parent_is_at_the_top", "must be a category that lies in no other",
            "category_has_two_levels", "must be absent, because other categories lie in this one");

    private final EntityManager database;
    private final Event<ProductsChanged> changes;

    Categories(EntityManager database, Event<ProductsChanged> changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Those that have products, or others in them that have, by name. */
    List<Category> withProducts() {
        return database.createNativeQuery(WITH_PRODUCTS, Category.class).getResultList();
    }

    CategoryTree tree() {
        List<Tuple> rows = database.createNativeQuery(TREE, Tuple.class).getResultList();
        return new CategoryTree(rows.stream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class))));
    }

    /** Gives a category its picture and its place; 422 where that would make a third level. */
    @Transactional
    CategoryInput present(String slug, CategoryInput input) {
        if (update(slug, input) == 0) {
            throw CommonProblems.notFound("This category");
        }
        changes.fire(ProductsChanged.listed(Set.of()));
        return input;
    }

    private int update(String slug, CategoryInput input) {
        try {
            return database.createNativeQuery(PRESENT)
                    .setParameter("slug", slug)
                    .setParameter("imageUrl", input.imageUrl())
                    .setParameter("parent", input.parent())
                    .executeUpdate();
        } catch (ConstraintViolationException refused) {
            String message = REFUSALS.get(refused.getConstraintName());
            throw message == null ? refused : Invalid.of("parent", message);
        }
    }

    /** How products spell it; an unknown one stays as it is, and no product is in it. */
    String spelling(String typed) {
        List<String> known = ScalarQuery.of(database, SPELLING, String.class)
                .setParameter("typed", typed)
                .getResultList();
        return known.isEmpty() ? typed : known.getFirst();
    }
}
