package io.cloudshop.benchmarks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProductGeneratorTest {

    private final List<GeneratedProduct> products =
            new ProductGenerator(42).products(0, 20_000).toList();

    @Test
    void the_same_seed_gives_the_same_products_wherever_one_begins() {
        assertThat(new ProductGenerator(42).products(0, 20_000)).containsExactlyElementsOf(products);
        assertThat(new ProductGenerator(42).products(15_000, 10))
                .containsExactlyElementsOf(products.subList(15_000, 15_010));
        assertThat(new ProductGenerator(42).queries(50)).isEqualTo(new ProductGenerator(42).queries(50));
    }

    @Test
    void another_seed_gives_others() {
        assertThat(new ProductGenerator(43).products(0, 100))
                .isNotEqualTo(products.subList(0, 100))
                .extracting(GeneratedProduct::name)
                .isNotEqualTo(products.subList(0, 100).stream()
                        .map(GeneratedProduct::name)
                        .toList());
    }

    @Test
    void no_two_have_the_same_sku_and_few_the_same_name() {
        assertThat(products.stream().map(GeneratedProduct::sku).distinct()).hasSize(products.size());
        assertThat(products.stream().map(GeneratedProduct::name).distinct().count())
                .isGreaterThan(18_000);
    }

    @Test
    void categories_differ_in_size_and_some_products_are_sold_out() {
        Map<String, Long> sizes =
                products.stream().collect(Collectors.groupingBy(GeneratedProduct::category, Collectors.counting()));

        assertThat(sizes).hasSize(40);
        assertThat(sizes.get(ProductGenerator.category()))
                .isEqualTo(sizes.values().stream().mapToLong(size -> size).max().orElseThrow())
                .isGreaterThan(1_000);
        assertThat(products.stream().filter(product -> product.stock() == 0).count())
                .isBetween(400L, 1_000L);
    }

    @Test
    void each_is_what_an_import_takes() {
        assertThat(products).allSatisfy(product -> {
            assertThat(product.sku()).matches("[A-Z0-9-]{3,32}");
            assertThat(product.name()).hasSizeBetween(1, 200);
            assertThat(product.description()).hasSizeBetween(1, 5_000);
            assertThat(new BigDecimal(product.price())).isPositive().hasScaleOf(2);
            assertThat(product.json()).endsWith("}\n").matches("[ -~]+\n");
            assertThat(product.name() + product.description()).doesNotContain("\"", "\\");
        });
    }
}
