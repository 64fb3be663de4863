package io.cloudshop.products.transfer;

import io.cloudshop.products.catalogue.ProductInput;
import io.cloudshop.products.translation.ContentLanguage;
import io.cloudshop.products.translation.TranslationInput;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns of CSV, in the order in which they are exported; an import may have them in any order. */
enum CsvColumn {
    SKU("sku", true, of(ProductInput::sku)),
    NAME("name", true, of(ProductInput::name)),
    DESCRIPTION("description", false, of(ProductInput::description)),
    CATEGORY("category", true, of(ProductInput::category)),
    PRICE("price", true, of(product -> product.price().amount())),
    CURRENCY("currency", false, of(product -> product.price().currency())),
    STOCK("stock", false, of(product -> product.stock().toString())),
    IMAGE_URL("imageUrl", false, of(ProductInput::imageUrl)),
    NAME_FR("name_fr", false, inFrench(TranslationInput::name)),
    DESCRIPTION_FR("description_fr", false, inFrench(TranslationInput::description));

    private final String title;
    private final boolean required;
    private final Function<ProductLine, String> value;

    CsvColumn(String title, boolean required, Function<ProductLine, String> value) {
        this.title = title;
        this.required = required;
        this.value = value;
    }

    private static Function<ProductLine, String> of(Function<ProductInput, String> value) {
        return line -> value.apply(line.product());
    }

    private static Function<ProductLine, String> inFrench(Function<TranslationInput, String> value) {
        return line -> Optional.ofNullable(line.translations().get(ContentLanguage.FRENCH))
                .map(value)
                .orElse(null);
    }

    static Optional<CsvColumn> titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title))
                .findFirst();
    }

    String title() {
        return title;
    }

    /** Whether a file with these columns needs this one, too. */
    boolean isRequiredBeside(List<CsvColumn> columns) {
        return required || this == NAME_FR && columns.contains(DESCRIPTION_FR);
    }

    /** What an exported product has in this column, null for nothing. */
    String of(ProductLine line) {
        return value.apply(line);
    }
}
