package io.cloudshop.products.transfer;

import io.cloudshop.database.ScalarQuery;
import io.cloudshop.products.catalogue.ProductInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Products by the thousand: one statement for all of them, whose lines are arrays. */
@ApplicationScoped
class ProductRows {

    /** How the category is spelt is the database's to say, which is asked only where it is not spelt so already. */
    private static final String FIND = """
            SELECT p.id, p.sku, p.available,
                   (p.name, p.description, p.price, p.currency, p.image_url)
                   IS DISTINCT FROM (line.name, line.description, line.price, line.currency, line.image_url)
                   OR p.category <> line.category AND p.category IS DISTINCT FROM
                      (SELECT category.name FROM category WHERE key = category_key(line.category))
              FROM unnest(:skus, :names, :descriptions, :categories, :prices, :currencies, :images)
                   AS line (sku, name, description, category, price, currency, image_url)
              JOIN product p ON p.sku = line.sku AND p.deleted_at IS NULL""";

    private static final String UPDATE = """
            UPDATE product p
               SET name = line.name, description = line.description, category = line.category, price = line.price,
                   currency = line.currency, image_url = line.image_url, version = p.version + 1, updated_at = :now
              FROM unnest(:ids, :names, :descriptions, :categories, :prices, :currencies, :images)
                   AS line (id, name, description, category, price, currency, image_url)
             WHERE p.id = line.id""";

    /** With its stock, or search would be told of each twice. In the order of skus, so that two imports wait in a line. */
    private static final String INSERT = """
            INSERT INTO product (id, sku, name, description, category, price, currency, image_url, supplied,
                                 created_at, updated_at)
            SELECT id, sku, name, description, category, price, currency, image_url, supplied, :now, :now
              FROM unnest(:ids, :skus, :names, :descriptions, :categories, :prices, :currencies, :images, :stocks)
                   AS line (id, sku, name, description, category, price, currency, image_url, supplied)
             ORDER BY sku
            ON CONFLICT (sku) WHERE deleted_at IS NULL DO NOTHING
            RETURNING id""";

    private static final String KNOWN = """
            SELECT sku FROM product WHERE sku = ANY (:skus) AND deleted_at IS NULL""";

    private final EntityManager database;

    ProductRows(EntityManager database) {
        this.database = database;
    }

    /** Those that are there already, not locked. */
    @SuppressWarnings("unchecked")
    List<StoredProduct> find(Collection<ProductInput> lines) {
        Query query = texts(database.createNativeQuery(FIND, Tuple.class), lines)
                .setParameter("skus", column(lines, ProductInput::sku, String[]::new));
        return ((List<Tuple>) query.getResultList())
                .stream()
                        .map(row -> new StoredProduct(
                                row.get(0, UUID.class),
                                row.get(1, String.class),
                                row.get(3, Boolean.class),
                                row.get(2, Long.class)))
                        .toList();
    }

    /** Writes everything but the stock into rows that the caller has locked. */
    void update(Map<UUID, ProductInput> lines, Instant now) {
        texts(database.createNativeQuery(UPDATE), lines.values())
                .setParameter("ids", lines.keySet().toArray(UUID[]::new))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Adds those whose sku is free, and says which these are. */
    Set<UUID> insert(Map<UUID, ProductInput> lines, Instant now) {
        List<UUID> inserted = texts(ScalarQuery.of(database, INSERT, UUID.class), lines.values())
                .setParameter("ids", lines.keySet().toArray(UUID[]::new))
                .setParameter("skus", column(lines.values(), ProductInput::sku, String[]::new))
                .setParameter("stocks", column(lines.values(), ProductRows::units, Long[]::new))
                .setParameter("now", now)
                .getResultList();
        return Set.copyOf(inserted);
    }

    /** Those of the skus that a product has. */
    Set<String> known(Collection<String> skus) {
        List<String> known = ScalarQuery.of(database, KNOWN, String.class)
                .setParameter("skus", skus.toArray(String[]::new))
                .getResultList();
        return Set.copyOf(known);
    }

    /** What a new product starts with. */
    static long units(ProductInput line) {
        return line.stock() == null ? 0 : line.stock();
    }

    private static Query texts(Query query, Collection<ProductInput> lines) {
        return query.setParameter("names", column(lines, ProductInput::name, String[]::new))
                .setParameter("descriptions", column(lines, ProductInput::description, String[]::new))
                .setParameter("categories", column(lines, ProductInput::category, String[]::new))
                .setParameter("prices", column(lines, line -> line.price().value(), BigDecimal[]::new))
                .setParameter("currencies", column(lines, line -> line.price().currency(), String[]::new))
                .setParameter("images", column(lines, ProductInput::imageUrl, String[]::new));
    }

    private static <T> T[] column(
            Collection<ProductInput> lines, Function<ProductInput, T> value, IntFunction<T[]> array) {
        return lines.stream().map(value).toArray(array);
    }
}
