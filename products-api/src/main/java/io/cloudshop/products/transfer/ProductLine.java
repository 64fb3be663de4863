package io.cloudshop.products.transfer;

import io.cloudshop.products.catalogue.ProductInput;
import io.cloudshop.products.translation.ContentLanguage;
import io.cloudshop.products.translation.TranslationInput;
import java.util.Map;

/**
 * A product of a file.
 *
 * @param translations what it is called in other languages, in none but these; null where the line does not say
 */
record ProductLine(ProductInput product, Map<ContentLanguage, TranslationInput> translations) {

    ProductLine {
        translations = translations == null ? null : Map.copyOf(translations);
    }

    String sku() {
        return product.sku();
    }

    /** As if the other line were written after this one: what that leaves out stays. */
    ProductLine followedBy(ProductLine next) {
        return new ProductLine(
                next.product.stock() == null ? next.product.stocked(product.stock()) : next.product,
                next.translations == null ? translations : next.translations);
    }
}
