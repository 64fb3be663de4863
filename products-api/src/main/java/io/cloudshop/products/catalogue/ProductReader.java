package io.cloudshop.products.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.defaults.money.Money;
import io.cloudshop.products.translation.ContentLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Products as clients see them, straight from their rows: one statement for each answer, no entity. */
@ApplicationScoped
class ProductReader {

    private final Session database;
    private final ObjectMapper json;

    ProductReader(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<ProductView> find(UUID id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    /** In no particular order. */
    List<ProductView> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        ProductFilter filter = new ProductFilter(null, null, null, null, List.copyOf(ids));
        ProductSelection selection = new ProductSelection(filter, ContentLanguage.ENGLISH);
        return products(selection.all(), selection.values());
    }

    /** @param cursor null for the beginning */
    List<ProductView> page(
            ProductFilter filter,
            ProductOrder order,
            ContentLanguage language,
            ProductCursor cursor,
            int offset,
            int size) {
        ProductSelection selection = new ProductSelection(filter, language).behind(cursor);
        return products(selection.page(order, offset, size), selection.values());
    }

    /** Exact up to {@link ProductSelection#COUNTED}. */
    Total total(ProductFilter filter) {
        ProductSelection selection = new ProductSelection(filter, ContentLanguage.ENGLISH);
        long counted = query(selection.count(), Long.class, selection.values()).getSingleResult();
        return counted <= ProductSelection.COUNTED
                ? Total.of(counted)
                : new Total(Math.max(counted, estimate(selection)), true);
    }

    private long estimate(ProductSelection selection) {
        String plan = query(selection.estimate(), String.class, selection.values())
                .addScalar("QUERY PLAN", String.class)
                .getSingleResult();
        try {
            return json.readTree(plan).at("/0/Plan/Plan Rows").asLong();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<ProductView> products(String sql, Map<String, Object> values) {
        return query(sql, Tuple.class, values)
                .addScalar("id", UUID.class)
                .addScalar("sku", String.class)
                .addScalar("name", String.class)
                .addScalar("description", String.class)
                .addScalar("category", String.class)
                .addScalar("price", BigDecimal.class)
                .addScalar("currency", String.class)
                .addScalar("available", Long.class)
                .addScalar("image_url", String.class)
                .addScalar("version", Integer.class)
                .addScalar("created_at", Instant.class)
                .addScalar("updated_at", Instant.class)
                .getResultStream()
                .map(ProductReader::product)
                .toList();
    }

    private <T> NativeQuery<T> query(String sql, Class<T> type, Map<String, Object> values) {
        NativeQuery<T> query = database.createNativeQuery(sql, type);
        values.forEach(query::setParameter);
        return query;
    }

    private static ProductView product(Tuple row) {
        return new ProductView(
                row.get("id", UUID.class),
                row.get("sku", String.class),
                row.get("name", String.class),
                row.get("description", String.class),
                row.get("category", String.class),
                new Money(row.get("price", BigDecimal.class), row.get("currency", String.class)),
                row.get("available", Long.class),
                row.get("image_url", String.class),
                row.get("version", Integer.class),
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class));
    }
}
