package io.cloudshop.products.transfer;

import io.cloudshop.database.ScalarQuery;
import io.cloudshop.products.translation.ContentLanguage;
import io.cloudshop.products.translation.TranslationInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Translations by the thousand: one statement writes those that differ, another removes those that lines no longer have. */
@ApplicationScoped
class TranslationRows {

    /** In the order of ids, as products are locked. */
    private static final String WRITE = """
            INSERT INTO product_translation (product_id, lang, name, description)
            SELECT p.id, line.lang, line.name, line.description
              FROM unnest(:skus, :langs, :names, :descriptions) AS line (sku, lang, name, description)
              JOIN product p ON p.sku = line.sku AND p.deleted_at IS NULL
              LEFT JOIN product_translation t ON t.product_id = p.id AND t.lang = line.lang
             WHERE (t.name, t.description) IS DISTINCT FROM (line.name, line.description)
             ORDER BY p.id
            ON CONFLICT (product_id, lang) DO UPDATE SET name = EXCLUDED.name, description = EXCLUDED.description
            RETURNING (SELECT sku FROM product WHERE id = product_id)""";

    private static final String REMOVE = """
            DELETE FROM product_translation t USING product p
             WHERE p.sku = ANY (:all) AND p.deleted_at IS NULL AND t.product_id = p.id
               AND NOT EXISTS (SELECT FROM unnest(:skus, :langs) AS line (sku, lang)
                                WHERE line.sku = p.sku AND line.lang = t.lang)
            RETURNING p.sku""";

    private final EntityManager database;

    TranslationRows(EntityManager database) {
        this.database = database;
    }

    private record Row(String sku, ContentLanguage language, TranslationInput texts) {}

    /**
     * Makes what is there what the lines say.
     *
     * @return the skus of products of which something was changed
     */
    Set<String> write(Collection<ProductLine> lines) {
        List<ProductLine> speaking =
                lines.stream().filter(line -> line.translations() != null).toList();
        if (speaking.isEmpty()) {
            return Set.of();
        }
        List<Row> rows = new ArrayList<>();
        speaking.forEach(line ->
                line.translations().forEach((language, texts) -> rows.add(new Row(line.sku(), language, texts))));
        Set<String> changed = new HashSet<>();
        if (!rows.isEmpty()) {
            changed.addAll(skus(of(rows, WRITE)
                    .setParameter("names", column(rows, row -> row.texts().name()))
                    .setParameter(
                            "descriptions", column(rows, row -> row.texts().description()))));
        }
        changed.addAll(skus(of(rows, REMOVE)
                .setParameter("all", speaking.stream().map(ProductLine::sku).toArray(String[]::new))));
        return changed;
    }

    private Query of(List<Row> rows, String statement) {
        return ScalarQuery.of(database, statement, String.class)
                .setParameter("skus", column(rows, Row::sku))
                .setParameter("langs", column(rows, row -> row.language().tag()));
    }

    @SuppressWarnings("unchecked")
    private static List<String> skus(Query query) {
        return query.getResultList();
    }

    private static String[] column(List<Row> rows, Function<Row, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
