package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.products.change.ProductsChanged;
import io.cloudshop.products.problem.ProductsProblems;
import io.cloudshop.products.stock.Stock;
import io.cloudshop.products.translation.ContentLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** The products on offer: read by everyone, edited by administrators one edit at a time. Thread-safe. */
@ApplicationScoped
public class Catalogue {

    private static final String SKU_CONSTRAINT = "product_sku_is_unique";

    private final ProductRepository products;
    private final ProductReader reader;
    private final CatalogueCache cache;
    private final LocalizedCatalogue localized;
    private final Event<ProductsChanged> changes;
    private final Categories categories;
    private final Stock stock;
    private final PriceRule prices;
    private final Clock clock;

    Catalogue(
            ProductRepository products,
            ProductReader reader,
            CatalogueCache cache,
            LocalizedCatalogue localized,
            Event<ProductsChanged> changes,
            Categories categories,
            Stock stock,
            PriceRule prices,
            Clock clock) {
        this.products = products;
        this.reader = reader;
        this.cache = cache;
        this.localized = localized;
        this.changes = changes;
        this.categories = categories;
        this.stock = stock;
        this.prices = prices;
        this.clock = clock;
    }

    ProductView require(UUID id) {
        return cache.product(id, () -> reader.find(id)).orElseThrow(Catalogue::unknown);
    }

    /** Those of the given products that are on the catalogue, in no particular order. */
    public List<ProductView> findAll(Collection<UUID> ids) {
        return reader.findAll(ids);
    }

    /**
     * @param cursor where the page begins, null for the offset of the page
     * @param language what it is said in, and whose names it is sorted by
     */
    ProductPage list(
            ProductFilter filter,
            ProductOrder order,
            PageRequest page,
            ProductCursor cursor,
            ContentLanguage language) {
        List<ProductView> found = reader.page(filter, order, language, cursor, page.offset(), page.size() + 1);
        boolean isLast = found.size() <= page.size();
        List<ProductView> items = localized.products(isLast ? found : found.subList(0, page.size()), language);
        Total total = isLast && cursor == null && (page.page() == 0 || !items.isEmpty())
                ? Total.of(page.offset() + items.size())
                : cache.total(filter, () -> reader.total(filter));
        String next = isLast
                ? null
                : ProductCursor.behind(items.getLast(), order, language).text();
        return new ProductPage(items, page.page(), page.size(), total.value(), total.isEstimate(), next);
    }

    List<Category> categories() {
        return cache.categories(categories::withProducts);
    }

    /** As it was up to some seconds ago. */
    public CategoryTree categoryTree() {
        return cache.tree(categories::tree);
    }

    /** True while no product was ever added. */
    public boolean isEmpty() {
        return products.count() == 0;
    }

    /** Adds a product; {@code actor} answers for its initial stock. */
    @Transactional
    public ProductView create(ProductInput input, String actor) {
        prices.require(input.price());
        Product product = Product.of(input, now());
        requireFreeSku(input.sku(), product.id);
        products.persist(product);
        flush();
        changes.fire(ProductsChanged.listed(Set.of(product.id)));
        stock.supplyInitially(product.id, Objects.requireNonNullElse(input.stock(), 0L), actor);
        return current(product);
    }

    @Transactional
    ProductView replace(UUID id, ProductInput input, EntityTags expected, String actor) {
        prices.require(input.price());
        Product product = products.findLiveLocked(id).orElseThrow(Catalogue::unknown);
        long stockSeen = stockSeenBy(expected, product);
        requireFreeSku(input.sku(), id);
        product.edit(input, now());
        flush();
        changes.fire(ProductsChanged.listed(Set.of(id)));
        long wanted = Objects.requireNonNullElse(input.stock(), stockSeen);
        if (wanted != stockSeen) {
            stock.adjust(id, wanted - stockSeen, "product edited", actor);
        }
        return current(product);
    }

    /** Fails as an edit would, for whoever has much to do before it. */
    @Transactional
    void requireUnchanged(UUID id, EntityTags expected) {
        stockSeenBy(expected, products.findLiveLocked(id).orElseThrow(Catalogue::unknown));
    }

    @Transactional
    ProductView illustrate(UUID id, String imageUrl, EntityTags expected) {
        Product product = products.findLiveLocked(id).orElseThrow(Catalogue::unknown);
        stockSeenBy(expected, product);
        product.show(imageUrl, now());
        flush();
        changes.fire(ProductsChanged.listed(Set.of(id)));
        return current(product);
    }

    @Transactional
    void remove(UUID id, EntityTags expected) {
        Product product = products.findLiveLocked(id).orElseThrow(Catalogue::unknown);
        if (expected != null) {
            stockSeenBy(expected, product);
        }
        product.deletedAt = now();
        changes.fire(ProductsChanged.listed(Set.of(id)));
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
