package io.cloudshop.products.picture;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.PictureFiles.RED;
import static io.cloudshop.products.testing.PictureFiles.halves;
import static io.cloudshop.products.testing.PictureFiles.png;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.products.testing.MovableClock;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.Rows;
import io.cloudshop.testing.TestTokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ProductsTest
class PictureCleaningTest {

    @Inject
    PictureCleaning cleaning;

    @Inject
    MovableClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void a_picture_goes_when_nothing_has_shown_it_for_a_week() {
        UUID lamp = aProduct().create();
        String old = picture(lamp, 50);
        String current = picture(lamp, 52);

        cleaning.clean();
        assertThat(isServed(old)).isTrue();

        aWeekLater();
        assertThat(isServed(old)).isFalse();
        assertThat(isServed(current)).isTrue();
    }

    @Test
    void a_picture_stays_while_another_product_or_a_category_shows_it() {
        UUID lamp = aProduct().create();
        UUID other = aProduct().create();
        String shared = picture(lamp, 54);
        picture(other, 54);
        picture(lamp, 56);
        String ofCategory = picture(lamp, 58);
        present(ofCategory);
        picture(lamp, 56);

        aWeekLater();
        assertThat(isServed(shared)).isTrue();
        assertThat(isServed(ofCategory)).isTrue();

        asAdmin().delete("/api/v1/products/{id}", other).then().statusCode(204);
        present(null);
        aWeekLater();
        assertThat(isServed(shared)).isFalse();
        assertThat(isServed(ofCategory)).isFalse();
    }

    @Test
    void a_picture_that_is_shown_again_counts_as_new() {
        UUID lamp = aProduct().create();
        String first = picture(lamp, 60);
        picture(lamp, 62);

        picture(lamp, 60);

        assertThat(Rows.of("SELECT unused_since FROM picture WHERE address = ?", first))
                .containsOnlyNulls();
    }

    private void aWeekLater() {
        clock.putForward(Duration.ofDays(8));
        cleaning.clean();
        clock.reset();
    }

    private static boolean isServed(String address) {
        return asAnyone().get(address).statusCode() == 200;
    }

    private static String picture(UUID product, int width) {
        return given().auth()
                .oauth2(TestTokens.admin())
                .header("If-Match", tagOf(product))
                .contentType("image/png")
                .body(png(halves(width, 20, RED)))
                .post("/api/v1/products/{id}/picture", product)
                .then()
                .statusCode(200)
                .extract()
                .path("imageUrl");
    }

    private static void present(String imageUrl) {
        asAdmin()
                .body(imageUrl == null ? Map.of() : Map.of("imageUrl", imageUrl))
                .put("/api/v1/categories/lighting")
                .then()
                .statusCode(200);
    }
}
