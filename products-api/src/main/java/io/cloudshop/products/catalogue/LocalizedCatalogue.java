package io.cloudshop.products.catalogue;

import io.cloudshop.products.translation.ContentLanguage;
import io.cloudshop.products.translation.TranslatedText;
import io.cloudshop.products.translation.Translations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says in a customer's language what the catalogue says in its own; what is not translated stays as it is. Thread-safe. */
@ApplicationScoped
public class LocalizedCatalogue {

    private final Translations translations;

    LocalizedCatalogue(Translations translations) {
        this.translations = translations;
    }

    /** In the same order. */
    public List<ProductView> products(List<ProductView> products, ContentLanguage language) {
        if (language.isOriginal() || products.isEmpty()) {
            return products;
        }
        Map<UUID, TranslatedText> texts =
                translations.products(products.stream().map(ProductView::id).toList(), language);
        Map<String, String> labels = translations.categories(language);
        return products.stream()
                .map(product -> said(product, texts.get(product.id()), labels))
                .toList();
    }

    LocalizedProduct product(ProductView product, ContentLanguage language) {
        if (language.isOriginal()) {
            return new LocalizedProduct(product, ProductTag.of(product));
        }
        TranslatedText text =
                translations.products(List.of(product.id()), language).get(product.id());
        ProductView said = said(product, text, translations.categories(language));
        String revision = text == null ? "0" : String.valueOf(text.revision());
        return new LocalizedProduct(
                said,
                ProductTag.of(
                        said,
                        "-" + language.tag() + revision + "-"
                                + Integer.toHexString(said.categoryLabel().hashCode())));
    }

    List<Category> categories(List<Category> categories, ContentLanguage language) {
        Map<String, String> labels = translations.categories(language);
        return categories.stream()
                .map(category -> category.said(labels.getOrDefault(category.name(), category.name())))
                .toList();
    }

    private static ProductView said(ProductView product, TranslatedText text, Map<String, String> labels) {
        return product.said(
                text == null ? product.name() : text.name(),
                text == null ? product.description() : text.description(),
                labels.getOrDefault(product.category(), product.category()));
    }
}
