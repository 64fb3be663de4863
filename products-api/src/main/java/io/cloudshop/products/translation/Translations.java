package io.cloudshop.products.translation;

import io.cloudshop.database.ScalarQuery;
import io.cloudshop.defaults.problem.CommonProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The texts of the catalogue in other languages than its own; what is missing is not among the answers. Thread-safe. */
@ApplicationScoped
public class Translations {

    private static final String PRODUCTS = """
            SELECT product_id, name, description, revision FROM product_translation
             WHERE lang = :lang AND product_id = ANY (:ids)""";
    private static final String CATEGORIES = "SELECT category, name FROM category_translation WHERE lang = :lang";

    private static final String PUT_PRODUCT = """
            INSERT INTO product_translation (product_id, lang, name, description)
            VALUES (:id, :lang, :name, :description)
            ON CONFLICT (product_id, lang) DO UPDATE SET name = EXCLUDED.name, description = EXCLUDED.description
             WHERE (product_translation.name, product_translation.description)
                   IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.description)""";
    private static final String CATEGORY = "SELECT name FROM category WHERE slug = :slug";
    private static final String REMOVE_CATEGORY =
            "DELETE FROM category_translation WHERE category = :category AND lang = :lang";
    private static final String PUT_CATEGORY = """
            INSERT INTO category_translation (category, lang, name) VALUES (:category, :lang, :name)
            ON CONFLICT (category, lang) DO UPDATE SET name = EXCLUDED.name
             WHERE category_translation.name <> EXCLUDED.name""";

    private static final String REMOVE_PRODUCT =
            "DELETE FROM product_translation WHERE product_id = :id AND lang = :lang";
    private static final String LIVE = "SELECT id FROM product WHERE id = :id AND deleted_at IS NULL";

    private final EntityManager database;

    Translations(EntityManager database) {
        this.database = database;
    }

    /** Those that there are of these products, by product. */
    @SuppressWarnings("unchecked")
    public Map<UUID, TranslatedText> products(Collection<UUID> ids, ContentLanguage language) {
        if (language.isOriginal() || ids.isEmpty()) {
            return Map.of();
        }
        List<Tuple> rows = database.createNativeQuery(PRODUCTS, Tuple.class)
                .setParameter("lang", language.tag())
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get(0, UUID.class),
                        row -> new TranslatedText(
                                row.get(1, String.class), row.get(2, String.class), row.get(3, Long.class))));
    }

    /** What categories are called, by their names in the catalogue's own language. */
    @SuppressWarnings("unchecked")
    public Map<String, String> categories(ContentLanguage language) {
        if (language.isOriginal()) {
            return Map.of();
        }
        List<Tuple> rows = database.createNativeQuery(CATEGORIES, Tuple.class)
                .setParameter("lang", language.tag())
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class)));
    }

    @Transactional
    public void putProduct(UUID id, ContentLanguage language, String name, String description) {
        database.createNativeQuery(PUT_PRODUCT)
                .setParameter("id", id)
                .setParameter("lang", language.tag())
                .setParameter("name", name)
                .setParameter("description", description)
                .executeUpdate();
    }

    @Transactional
    public void removeProduct(UUID id, ContentLanguage language) {
        database.createNativeQuery(REMOVE_PRODUCT)
                .setParameter("id", id)
                .setParameter("lang", language.tag())
                .executeUpdate();
    }

    /** 404 for a product that is not on the catalogue. */
    void requireLive(UUID id) {
        if (ScalarQuery.of(database, LIVE, UUID.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty()) {
            throw CommonProblems.notFound("This product");
        }
    }

    /** The name in the catalogue's own language; 404 for an unknown one. */
    @SuppressWarnings("unchecked")
    String requireCategory(String slug) {
        return ((List<String>) ScalarQuery.of(database, CATEGORY, String.class)
                        .setParameter("slug", slug)
                        .getResultList())
                .stream().findFirst().orElseThrow(() -> CommonProblems.notFound("This category"));
    }

    @Transactional
    void removeCategory(String category, ContentLanguage language) {
        database.createNativeQuery(REMOVE_CATEGORY)
                .setParameter("category", category)
                .setParameter("lang", language.tag())
                .executeUpdate();
    }

    /** @param category as the catalogue spells it in its own language */
    @Transactional
    public void putCategory(String category, ContentLanguage language, String name) {
        database.createNativeQuery(PUT_CATEGORY)
                .setParameter("category", category)
                .setParameter("lang", language.tag())
                .setParameter("name", name)
                .executeUpdate();
    }
}
