package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The products of the first start. */
@LocalShopNeeded
class DemoCatalogueIT {

    private final LocalShop shop;

    DemoCatalogueIT(LocalShop shop) {
        this.shop = shop;
    }

    @Test
    void there_are_two_hundred_products_in_eight_categories() {
        List<Product> products = allProducts();
        Reply categories = shop.guest().get("/api/v1/categories");

        assertThat(products).hasSize(200).extracting(Product::name).doesNotHaveDuplicates();
        assertThat(products).extracting(Product::price).allSatisfy(price -> assertThat(price)
                .isPositive());
        assertThat(categories.json()).hasSize(8);
        assertThat(categories
                        .items("")
                        .mapToInt(category -> category.at("/productCount").asInt())
                        .sum())
                .isEqualTo(200);
    }

    @Test
    void every_product_has_a_picture() {
        Client frontend = new Client(shop.url());

        assertThat(allProducts())
                .extracting(Product::imageUrl)
                .doesNotHaveDuplicates()
                .allSatisfy(path -> {
                    Reply picture = frontend.get(path);
                    assertThat(picture.status()).isEqualTo(200);
                    assertThat(picture.header("Content-Type")).startsWith("image/svg+xml");
                    assertThat(picture.body()).startsWith("<svg");
                });
    }

    private List<Product> allProducts() {
        return IntStream.range(0, 2)
                .mapToObj(page -> shop.guest().get("/api/v1/products?size=100&page=" + page))
                .flatMap(page -> page.items("/items"))
                .map(Product::of)
                .toList();
    }
}
