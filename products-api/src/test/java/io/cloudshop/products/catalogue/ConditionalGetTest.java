package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.adjustStock;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.product;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ProductsTest
class ConditionalGetTest {

    @Test
    void a_product_has_a_strong_tag_and_must_be_revalidated() {
        UUID id = aProduct().create();

        product(id)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[^\"]+\""))
                .header("Cache-Control", equalTo("public, no-cache"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    TAG                    | 304
                    W/TAG                  | 304
                    *                      | 304
                    "a", TAG               | 304
                    "a" , W/TAG,"b"        | 304
                    "a"                    | 200
                    nonsense               | 200
                    """)
    void a_copy_at_hand_is_confirmed_when_one_of_its_tags_matches(String header, int status) {
        UUID id = aProduct().create();
        String tag = tagOf(id);

        asAnyone()
                .header("If-None-Match", header.replace("TAG", tag))
                .get("/api/v1/products/{id}", id)
                .then()
                .statusCode(status)
                .header("ETag", tag)
                .header("Cache-Control", "public, no-cache");
    }

    @Test
    void a_304_has_no_body() {
        UUID id = aProduct().create();

        asAnyone()
                .header("If-None-Match", tagOf(id))
                .get("/api/v1/products/{id}", id)
                .then()
                .statusCode(304)
                .body(emptyString());
    }

    @Test
    void the_tag_changes_with_an_edit_and_with_the_stock() {
        UUID id = aProduct().create();
        String first = tagOf(id);

        adjustStock(id, -1);
        String second = tagOf(id);
        aProduct().without("stock").put(id, second);
        String third = tagOf(id);

        assertThat(first).isNotEqualTo(second).isNotEqualTo(third);
        assertThat(second).isNotEqualTo(third);
    }

    @Test
    void a_product_that_does_not_exist_is_404_whatever_the_tag() {
        asAnyone()
                .header("If-None-Match", "*")
                .get("/api/v1/products/{id}", Ids.next())
                .then()
                .statusCode(404);
    }
}
