package io.cloudshop.products.transfer;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.products.catalogue.ProductInput;
import io.cloudshop.products.translation.ContentLanguage;
import io.cloudshop.products.translation.TranslationInput;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A product as a line of NDJSON: what adds a single product, and its translations beside it.
 *
 * @param translations by language tag, null where nothing is said of them
 */
record JsonProduct(
        String sku,
        String name,
        String description,
        String category,
        Money price,
        Long stock,
        String imageUrl,
        Map<String, TranslationInput> translations) {

    static JsonProduct of(ProductLine line) {
        ProductInput product = line.product();
        Map<String, TranslationInput> translations = new TreeMap<>();
        line.translations().forEach((language, texts) -> translations.put(language.tag(), texts));
        return new JsonProduct(
                product.sku(),
                product.name(),
                product.description(),
                product.category(),
                product.price(),
                product.stock(),
                product.imageUrl(),
                translations);
    }

    /** @throws LineRejectedException for a language that nothing is translated into */
    ProductLine line() {
        return new ProductLine(
                new ProductInput(sku, name, description, category, price, stock, imageUrl),
                translations == null ? null : byLanguage());
    }

    private Map<ContentLanguage, TranslationInput> byLanguage() {
        Map<ContentLanguage, TranslationInput> byLanguage = new EnumMap<>(ContentLanguage.class);
        translations.forEach((tag, texts) -> {
            ContentLanguage language = ContentLanguage.translated(tag)
                    .orElseThrow(() -> new LineRejectedException(
                            "translations has a language that is none of " + ContentLanguage.tagsOfTranslations()));
            if (texts != null) {
                byLanguage.put(language, texts);
            }
        });
        return byLanguage;
    }
}
