package io.cloudshop.products.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.products.translation.ContentLanguage;
import io.cloudshop.products.translation.Translations;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the demo products and their categories are called in French. */
@ApplicationScoped
class DemoTranslations {

    private static final String PRODUCTS = "/catalogue/products.fr.ndjson";
    private static final String CATEGORIES = "/catalogue/categories.fr.json";

    private final Translations translations;
    private final ObjectMapper json;

    DemoTranslations(Translations translations, ObjectMapper json) {
        this.translations = translations;
        this.json = json;
    }

    /** One line of the file. */
    record DemoText(String sku, String name, String description) {}

    /** @param products the demo products' ids by their article numbers */
    void add(Map<String, UUID> products) {
        read().forEach(text -> translations.putProduct(
                products.get(text.sku()), ContentLanguage.FRENCH, text.name(), text.description()));
        categories().forEach((category, name) -> translations.putCategory(category, ContentLanguage.FRENCH, name));
    }

    private List<DemoText> read() {
        try (InputStream file = DemoTranslations.class.getResourceAsStream(PRODUCTS);
                MappingIterator<DemoText> texts = json.readerFor(DemoText.class).readValues(file)) {
            return texts.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(PRODUCTS + " cannot be read", e);
        }
    }

    private Map<String, String> categories() {
        try (InputStream file = DemoTranslations.class.getResourceAsStream(CATEGORIES)) {
            return json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(CATEGORIES + " cannot be read", e);
        }
    }
}
