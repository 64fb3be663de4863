package io.cloudshop.products.demo;

import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Parallel.inParallel;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.namesOf;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cloudshop.products.testing.DemoShop;
import io.cloudshop.products.testing.ProductsTest;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ProductsTest
@TestProfile(DemoShop.class)
@TestMethodOrder(OrderAnnotation.class)
class DemoCatalogueTest {

    @Inject
    DemoCatalogue demo;

    @Test
    @Order(1)
    void two_replicas_fill_an_empty_catalogue_once() {
        DemoShop.empty();

        inParallel(2, i -> {
            demo.start(new StartupEvent());
            return i;
        });

        asAnyone().get("/api/v1/products").then().body("total", equalTo(200));
        asAnyone().get("/api/v1/categories").then().body("", hasSize(8));
        eventually(() -> search().then().body("source", equalTo("index")).body("total", equalTo(200)));
    }

    @Test
    @Order(2)
    void a_catalogue_with_products_is_left_alone() {
        demo.start(new StartupEvent());

        asAnyone().get("/api/v1/products").then().body("total", equalTo(200));
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource(delimiter = '|', textBlock = """
                    LMP-1042         | Skog Dome Pendant, Sage
                    lmp-1042         | Skog Dome Pendant, Sage
                    pendant          | Pendant
                    desk lamp        | Desk Lamp
                    lamp desk        | Desk Lamp
                    floor lamp       | Floor Lamp
                    headphone        | Headphone
                    hedphones        | Headphone
                    fountain pen     | Minister Fountain Pen
                    kettel           | Kettle
                    cast iron        | Anvil Cast Iron Skillet 26 cm
                    usb-c hub        | Junction USB-C Hub
                    turntabel        | Turntable
                    rain jac         | Mizzle Rain Jacket
                    chef's knife     | Kestrel Chef's Knife
                    chefs knives     | Chef's Knife
                    kids backpack    | Fox Cub Kids' Backpack
                    2 person tent    | 2-Person Tent
                    ergonomic mouse  | Upright Ergonomic Mouse
                    mouse            | Mouse
                    pen              | Pen
                    mug              | Mug
                    towels for beach | Hammam Beach Towel
                    """)
    void the_best_match_comes_first(String text, String name) {
        assertThat(namesOf(search("q", text))).first().asString().contains(name);
    }

    @Test
    @Order(3)
    void a_word_of_the_name_beats_the_same_word_elsewhere() {
        assertThat(namesOf(search("q", "lamp", "size", 15)))
                .allSatisfy(name -> assertThat(name).containsIgnoringCase("lamp"));
    }
}
