package io.cloudshop.products.stock;

import io.cloudshop.products.translation.ContentLanguage;
import io.cloudshop.products.translation.TranslatedText;
import io.cloudshop.products.translation.Translations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds what runs out, in steps: those below the lowest threshold first, within one the older products first. */
@ApplicationScoped
class LowStockReader {

    static final String PAGE = """
            SELECT id, sku, name, available, held, low_at FROM product
             WHERE deleted_at IS NULL AND low_at <= :threshold AND (low_at, id) > (:lowAt, :id)
             ORDER BY low_at, id LIMIT :most""";

    private final EntityManager database;
    private final Translations translations;

    LowStockReader(EntityManager database, Translations translations) {
        this.database = database;
        this.translations = translations;
    }

    @SuppressWarnings("unchecked")
    LowStockPage page(int threshold, LowStockCursor after, int size, ContentLanguage language) {
        List<Tuple> found = database.createNativeQuery(PAGE, Tuple.class)
                .setParameter("threshold", threshold)
                .setParameter("lowAt", after.lowAt())
                .setParameter("id", after.id())
                .setParameter("most", size + 1)
                .getResultList();
        List<Tuple> rows = found.stream().limit(size).toList();
        return new LowStockPage(said(rows, language), found.size() > size ? cursorOf(rows.getLast()) : null);
    }

    private List<LowStock> said(List<Tuple> rows, ContentLanguage language) {
        List<LowStock> items = rows.stream().map(LowStockReader::item).toList();
        Map<UUID, TranslatedText> texts =
                translations.products(items.stream().map(LowStock::productId).toList(), language);
        return items.stream()
                .map(item -> texts.containsKey(item.productId())
                        ? item.called(texts.get(item.productId()).name())
                        : item)
                .toList();
    }

    private static LowStock item(Tuple row) {
        return new LowStock(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Long.class),
                row.get(4, Long.class));
    }

    private static String cursorOf(Tuple last) {
        return new LowStockCursor(last.get(5, Integer.class), last.get(0, UUID.class)).text();
    }
}
