package io.cloudshop.products.search;

import io.cloudshop.defaults.text.TypedText;
import io.cloudshop.products.catalogue.PageRequest;
import io.cloudshop.products.catalogue.ProductFilter;
import io.cloudshop.products.catalogue.ProductOrder;
import io.cloudshop.products.translation.ContentLanguage;

/**
 * What is searched for.
 *
 * @param text what the customer typed; empty finds everything
 * @param order null for the best match first
 * @param language of the texts that are searched
 */
record SearchRequest(
        String text, ProductFilter filter, ProductOrder order, PageRequest page, ContentLanguage language) {

    SearchRequest {
        text = text == null ? "" : TypedText.line(text);
    }
}
