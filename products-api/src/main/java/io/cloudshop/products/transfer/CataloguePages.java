package io.cloudshop.products.transfer;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.products.catalogue.ProductInput;
import io.cloudshop.products.translation.ContentLanguage;
import io.cloudshop.products.translation.TranslatedText;
import io.cloudshop.products.translation.TranslationInput;
import io.cloudshop.products.translation.Translations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The whole catalogue, by id, a page at a time: each is read by itself, so that a slow reader holds up nobody. */
@ApplicationScoped
class CataloguePages {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int PAGE = 500;

    private static final String PAGE_AFTER = """
            SELECT id, sku, name, description, category, price, currency, available, image_url
              FROM product WHERE id > :after AND deleted_at IS NULL ORDER BY id LIMIT :size""";

    private final EntityManager database;
    private final Translations translations;

    CataloguePages(EntityManager database, Translations translations) {
        this.database = database;
        this.translations = translations;
    }

    /**
     * Products and where they end.
     *
     * @param last the id of the last one, null when there is none
     */
    record CataloguePage(List<ProductLine> products, UUID last) {}

    /** @param after the last id of the page before, null for the first page */
    @Transactional
    @SuppressWarnings("unchecked")
    CataloguePage after(UUID after) {
        List<Tuple> rows = database.createNativeQuery(PAGE_AFTER, Tuple.class)
                .setParameter("after", after == null ? BEFORE_ALL : after)
                .setParameter("size", PAGE)
                .getResultList();
        return new CataloguePage(lines(rows), rows.isEmpty() ? null : id(rows.getLast()));
    }

    private List<ProductLine> lines(List<Tuple> rows) {
        List<UUID> ids = rows.stream().map(CataloguePages::id).toList();
        Map<UUID, TranslatedText> french = translations.products(ids, ContentLanguage.FRENCH);
        return rows.stream()
                .map(row -> new ProductLine(product(row), translations(french.get(id(row)))))
                .toList();
    }

    private static Map<ContentLanguage, TranslationInput> translations(TranslatedText french) {
        return french == null
                ? Map.of()
                : Map.of(ContentLanguage.FRENCH, new TranslationInput(french.name(), french.description()));
    }

    private static UUID id(Tuple row) {
        return row.get(0, UUID.class);
    }

    private static ProductInput product(Tuple row) {
        return new ProductInput(
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                new Money(row.get(5, BigDecimal.class), row.get(6, String.class)),
                row.get(7, Long.class),
                row.get(8, String.class));
    }
}
