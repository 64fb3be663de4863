package io.cloudshop.products.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Products that are on the catalogue; deleted ones are never among the answers. */
@ApplicationScoped
class ProductRepository implements PanacheRepositoryBase<Product, UUID> {

    Optional<Product> findLive(UUID id) {
        return find("id = :id and deletedAt is null", Parameters.with("id", id)).firstResultOptional();
    }

    /** One of them, whichever is at hand. */
    Optional<Product> findAnyLive() {
        return find("deletedAt is null order by sortName, id").firstResultOptional();
    }

    /** Nobody else edits the product or moves its stock until the transaction ends. */
    Optional<Product> findLiveLocked(UUID id) {
        return find("id = :id and deletedAt is null", Parameters.with("id", id))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<Product> findLive(Collection<UUID> ids) {
        return list("id in :ids and deletedAt is null", Parameters.with("ids", ids));
    }

    PanacheQuery<Product> findMatching(ProductFilter filter, ProductOrder order) {
        List<String> conditions = new ArrayList<>(List.of("deletedAt is null"));
        Map<String, Object> values = new HashMap<>();
        restrict(conditions, values, "category = :category", "category", filter.category());
        restrict(conditions, values, "price >= :minPrice", "minPrice", filter.minPrice());
        restrict(conditions, values, "price <= :maxPrice", "maxPrice", filter.maxPrice());
        restrict(conditions, values, "id in :ids", "ids", filter.ids().isEmpty() ? null : filter.ids());
        if (filter.inStock() != null) {
            conditions.add(filter.inStock() ? "available > 0" : "available = 0");
        }
        return find(String.join(" and ", conditions) + " order by " + order.orderBy(), values);
    }

    boolean isSkuTaken(String sku, UUID except) {
        return count(
                        "sku = :sku and id <> :except and deletedAt is null",
                        Parameters.with("sku", sku).and("except", except))
                > 0;
    }

    private static void restrict(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
