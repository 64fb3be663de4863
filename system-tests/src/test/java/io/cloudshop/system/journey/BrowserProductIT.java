package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a product, beyond the way into the cart. */
@LocalShopNeeded
class BrowserProductIT extends BrowserTest {

    private Product product;

    BrowserProductIT(LocalShop shop) {
        super(shop);
    }

    @BeforeEach
    void open() {
        product = Product.inStockAt(shop());
        visitor().opens("/products/" + product.id());
    }

    @Test
    void its_picture_is_looked_at_closely_by_keyboard() {
        Visitor visitor = visitor();

        visitor.entersWith("Enter", "Enlarge the picture of " + product.name());

        visitor.seesDialog(product.name());
        visitor.types("+", "+");
        visitor.hears("225 %");
        visitor.types("ArrowRight", "ArrowUp");
        visitor.takesPictures("product-zoom");
        visitor.meetsNoBarrier();
        visitor.types("-");
        visitor.hears("150 %");
        visitor.types("Escape");
        visitor.seesNoDialog(product.name());
        visitor.hasFocusOn("Enlarge the picture of " + product.name());
    }

    @Test
    void its_picture_comes_nearer_with_a_click_and_is_pulled_by_the_pointer() {
        Visitor visitor = visitor();
        visitor.browser().prefersReducedMotion();
        visitor.presses("Enlarge the picture of " + product.name());
        visitor.seesDialog(product.name());

        visitor.clicksPicture(product.name());
        visitor.hears("150 %");
        double moved = visitor.pullsPicture(product.name(), 60);

        assertThat(moved).isCloseTo(60, within(2.0));
        visitor.hears("150 %");
    }

    @Test
    void its_neighbours_come_when_somebody_scrolls_to_them() {
        Visitor visitor = visitor();

        visitor.seesTitle(product.name());
        visitor.types("End");

        visitor.seesSection("More in " + product.category());
        visitor.meetsNoBarrier();
    }
}
