package io.cloudshop.products.transfer;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.defaults.money.ShopCurrency;
import io.cloudshop.products.catalogue.ProductInput;
import io.cloudshop.products.translation.ContentLanguage;
import io.cloudshop.products.translation.TranslationInput;
import java.util.EnumMap;
import java.util.Map;

/** A record of CSV below its header. An empty cell is a field that was left out; without a name no translation is there. */
final class CsvLines implements LineFormat {

    private final CsvHeader header;
    private final CsvCells csv;
    private final ShopCurrency currency;

    /** @param currency of prices whose currency is not said */
    CsvLines(CsvHeader header, ShopCurrency currency) {
        this.header = header;
        this.csv = new CsvCells(header.separator());
        this.currency = currency;
    }

    @Override
    public ProductLine read(String line) {
        Map<CsvColumn, String> cells = cells(csv.of(line));
        ProductInput product = new ProductInput(
                cells.get(CsvColumn.SKU),
                cells.get(CsvColumn.NAME),
                cells.get(CsvColumn.DESCRIPTION),
                cells.get(CsvColumn.CATEGORY),
                price(cells.get(CsvColumn.PRICE), cells.getOrDefault(CsvColumn.CURRENCY, currency.code())),
                stock(cells.get(CsvColumn.STOCK)),
                cells.get(CsvColumn.IMAGE_URL));
        return new ProductLine(product, header.columns().contains(CsvColumn.NAME_FR) ? translations(cells) : null);
    }

    private static Map<ContentLanguage, TranslationInput> translations(Map<CsvColumn, String> cells) {
        String name = cells.get(CsvColumn.NAME_FR);
        String description = cells.get(CsvColumn.DESCRIPTION_FR);
        return name == null && description == null
                ? Map.of()
                : Map.of(ContentLanguage.FRENCH, new TranslationInput(name, description));
    }

    private Map<CsvColumn, String> cells(String[] values) {
        int columns = header.columns().size();
        if (values.length != columns) {
            throw new LineRejectedException("has " + values.length + " cells where the first row has " + columns);
        }
        Map<CsvColumn, String> cells = new EnumMap<>(CsvColumn.class);
        for (int i = 0; i < columns; i++) {
            if (!values[i].isBlank()) {
                cells.put(header.columns().get(i), Formulas.restore(values[i]));
            }
        }
        return cells;
    }

    /** Null where there is none, for the same validation to refuse that refuses it everywhere. */
    private static Money price(String amount, String currency) {
        try {
            return amount == null ? null : Money.of(amount.strip(), currency.strip());
        } catch (IllegalArgumentException refused) {
            throw new LineRejectedException("price " + refused.getMessage());
        }
    }

    private static Long stock(String units) {
        try {
            return units == null ? null : Long.valueOf(units.strip());
        } catch (NumberFormatException e) {
            throw new LineRejectedException("stock must be a whole number");
        }
    }
}
