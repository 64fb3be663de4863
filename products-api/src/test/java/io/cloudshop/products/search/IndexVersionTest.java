package io.cloudshop.products.search;

import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.search;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@ProductsTest
class IndexVersionTest {

    @Inject
    ProductIndex index;

    @Test
    void an_index_of_another_version_is_made_anew_and_filled() {
        String word = "zv" + System.nanoTime();
        aProduct().named("Lamp " + word).create();
        eventually(
                () -> search("q", word).then().body("source", equalTo("index")).body("total", equalTo(1)));
        SearchEngine.replaceIndex("product-000001", """
                {"aliases": {"product-write": {"is_write_index": true}, "product-read": {}},
                 "mappings": {"properties": {"price": {"type": "scaled_float", "scaling_factor": 100}}}}""");

        index.prepare();

        eventually(
                () -> search("q", word).then().body("source", equalTo("index")).body("total", equalTo(1)));
    }
}
