package io.cloudshop.products.search;

import io.cloudshop.defaults.text.TypedText;
import io.cloudshop.products.catalogue.PageRequest;
import io.cloudshop.products.catalogue.ProductFilter;
import io.cloudshop.products.catalogue.ProductOrder;

/**
 * What is searched for.
 *
 * @param text what the customer typed; empty finds everything
 * @param order null for the best match first
 */
record SearchRequest(String text, ProductFilter filter, ProductOrder order, PageRequest page) {

    SearchRequest {
        text = text == null ? "" : TypedText.line(text);
    }
}
