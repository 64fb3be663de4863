package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.defaults.money.ShopCurrency;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.products.problem.ProductsProblems;
import io.cloudshop.products.stock.Stock;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;

/** The products on offer: read by everyone, edited by administrators one edit at a time. Thread-safe. */
@ApplicationScoped
public class Catalogue {

    private static final String SKU_CONSTRAINT = "product_sku_is_unique";

    private final ProductRepository products;
    private final Categories categories;
    private final Stock stock;
    private final ShopCurrency currency;
    private final Clock clock;

    Catalogue(
            ProductRepository products,
            Categories categories,
            Stock stock,
            @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency,
            Clock clock) {
        this.products = products;
        this.categories = categories;
        this.stock = stock;
        this.currency = currency;
        this.clock = clock;
    }

    ProductView require(UUID id) {
        return products.findLive(id).orElseThrow(Catalogue::unknown).view();
    }

    /** Those of the given products that are on the catalogue, in no particular order. */
    public List<ProductView> findAll(Collection<UUID> ids) {
        return products.findLive(ids).stream().map(Product::view).toList();
    }

    ProductPage list(ProductFilter filter, ProductOrder order, PageRequest page) {
        PanacheQuery<Product> matching = products.findMatching(filter, order);
        List<ProductView> items = matching.range(page.offset(), page.offset() + page.size() - 1).stream()
                .map(Product::view)
                .toList();
        return new ProductPage(items, page.page(), page.size(), matching.count());
    }

    List<Category> categories() {
        return categories.withProducts();
    }

    /** True while no product was ever added. */
    public boolean isEmpty() {
        return products.count() == 0;
    }

    /** Adds a product; {@code actor} answers for its initial stock. */
    @Transactional
    public ProductView create(ProductInput input, String actor) {
        requirePrice(input.price());
        Product product = Product.of(input, now());
        requireFreeSku(input.sku(), product.id);
        products.persist(product);
        flush();
        stock.supplyInitially(product.id, Objects.requireNonNullElse(input.stock(), 0L), actor);
        return current(product);
    }

    @Transactional
    ProductView replace(UUID id, ProductInput input, EntityTags expected, String actor) {
        requirePrice(input.price());
        Product product = products.findLiveLocked(id).orElseThrow(Catalogue::unknown);
        long stockSeen = stockSeenBy(expected, product);
        requireFreeSku(input.sku(), id);
        product.edit(input, now());
        flush();
        long wanted = Objects.requireNonNullElse(input.stock(), stockSeen);
        if (wanted != stockSeen) {
            stock.adjust(id, wanted - stockSeen, "product edited", actor);
        }
        return current(product);
    }

    @Transactional
    void remove(UUID id, EntityTags expected) {
        Product product = products.findLiveLocked(id).orElseThrow(Catalogue::unknown);
        if (expected != null) {
            stockSeenBy(expected, product);
        }
        product.deletedAt = now();
    }

    @Transactional
    ProductView adjustStock(UUID id, long delta, String reason, String actor) {
        Product product = products.findLiveLocked(id).orElseThrow(Catalogue::unknown);
        stock.adjust(id, delta, reason, actor);
        return current(product);
    }

    /** The stock that the editor had before their eyes; 412 when it was that of an older version. */
    private static long stockSeenBy(EntityTags expected, Product product) {
        if (expected.any()) {
            return product.available;
        }
        ProductTag seen = expected.strong()
                .filter(tag -> tag.version() == product.version)
                .findFirst()
                .orElseThrow(() -> new DomainException(
                        CommonProblems.PRECONDITION_FAILED,
                        "The product was edited in the meantime; read it again and repeat your edit."));
        return Objects.requireNonNullElse(seen.stock(), product.available);
    }

    private void requirePrice(Money price) {
        if (!currency.code().equals(price.currency())) {
            throw Invalid.of("price.currency", "must be " + currency.code());
        }
        if (price.value().compareTo(Money.PRICE_LIMIT) >= 0) {
            throw Invalid.of("price.amount", "must be below " + Money.PRICE_LIMIT);
        }
    }

    private void requireFreeSku(String sku, UUID except) {
        if (products.isSkuTaken(sku, except)) {
            throw skuTaken(null);
        }
    }

    /** Two creations at once pass the check above; the index lets one of them through. */
    private void flush() {
        try {
            products.flush();
        } catch (ConstraintViolationException e) {
            throw SKU_CONSTRAINT.equals(e.getConstraintName()) ? skuTaken(e) : e;
        }
    }

    private ProductView current(Product product) {
        products.getEntityManager().refresh(product);
        return product.view();
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static DomainException skuTaken(Throwable cause) {
        return new DomainException(ProductsProblems.SKU_TAKEN, "Another product has this sku.", cause);
    }

    private static DomainException unknown() {
        return CommonProblems.notFound("This product");
    }
}
