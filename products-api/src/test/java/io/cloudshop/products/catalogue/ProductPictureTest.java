package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.product;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.PictureFiles.RED;
import static io.cloudshop.products.testing.PictureFiles.halves;
import static io.cloudshop.products.testing.PictureFiles.jpeg;
import static io.cloudshop.products.testing.PictureFiles.png;
import static io.cloudshop.products.testing.PictureFiles.pngOfSize;
import static io.cloudshop.products.testing.PictureFiles.resource;
import static io.cloudshop.products.testing.PictureFiles.shown;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.PictureFiles;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.Rows;
import io.cloudshop.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class ProductPictureTest {

    private static final String PNG = "image/png";
    private static final String ADDRESS = "/api/v1/pictures/[0-9a-f]{64}\\.jpg";

    @Test
    void an_uploaded_picture_is_the_products_and_served_for_ever() {
        UUID lamp = aProduct().create();

        Response answer = upload(lamp, PNG, png(halves(40, 20, RED)));

        answer.then().statusCode(200).body("imageUrl", matchesPattern(ADDRESS)).body("version", equalTo(1));
        assertThat(answer.header("ETag")).isEqualTo(tagOf(lamp));
        String address = product(lamp).path("imageUrl");
        Response picture = asAnyone().get(address);
        picture.then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin");
        assertThat(shown(picture.asByteArray()).getWidth()).isEqualTo(40);
        given().header("If-None-Match", picture.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({"image/webp, lossy.webp", "image/png, lossless.webp", "image/jpeg, lossy.webp"})
    void what_is_in_a_file_counts_and_not_what_it_is_called(String type, String name) {
        upload(aProduct().create(), type, resource(name))
                .then()
                .statusCode(200)
                .body("imageUrl", matchesPattern(ADDRESS));
    }

    @Test
    void a_photograph_may_have_more_bytes_than_other_bodies() {
        byte[] photograph = jpeg(noise(2_000, 1_400));
        assertThat(photograph).hasSizeBetween(1_100_000, 5_000_000);

        upload(aProduct().create(), "image/jpeg", photograph).then().statusCode(200);
    }

    @Test
    void more_than_five_mebibytes_are_too_large() {
        upload(aProduct().create(), PNG, new byte[5 * 1024 * 1024 + 1])
                .then()
                .statusCode(413)
                .body("type", endsWith("/too-large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "image/gif", "application/json", "text/html"})
    void other_media_types_are_refused(String type) {
        upload(aProduct().create(), type, png(halves(4, 4, RED)))
                .then()
                .statusCode(415)
                .body("type", endsWith("/unsupported-media-type"));
    }

    @Test
    void what_is_no_picture_is_refused_and_changes_nothing() {
        UUID lamp = aProduct().create();

        for (byte[] file : new byte[][] {new byte[0], PictureFiles.SVG, pngOfSize(50_000, 50_000)}) {
            upload(lamp, PNG, file)
                    .then()
                    .statusCode(422)
                    .body("type", endsWith("/invalid"))
                    .body("violations[0].field", equalTo("picture"));
        }

        product(lamp).then().body("imageUrl", equalTo("/catalogue/lamp.svg")).body("version", equalTo(0));
    }

    @Test
    void an_upload_is_an_edit_and_names_the_version_that_it_edits() {
        UUID lamp = aProduct().create();
        String old = tagOf(lamp);
        byte[] file = png(halves(4, 4, RED));
        upload(lamp, PNG, file, old).then().statusCode(200);

        upload(lamp, PNG, file, old).then().statusCode(412);
        request()
                .contentType(PNG)
                .body(file)
                .post("/api/v1/products/{id}/picture", lamp)
                .then()
                .statusCode(428);
        upload(lamp, PNG, file, "*").then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void only_administrators_upload() {
        String address = "/api/v1/products/" + Ids.next() + "/picture";
        byte[] file = png(halves(4, 4, RED));

        given().contentType(PNG).body(file).post(address).then().statusCode(401);
        for (String token : new String[] {TestTokens.customer(Ids.next()), TestTokens.service()}) {
            given().auth()
                    .oauth2(token)
                    .contentType(PNG)
                    .body(file)
                    .post(address)
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("/forbidden"));
        }
    }

    @Test
    void an_unknown_product_has_no_picture() {
        upload(Ids.next(), PNG, png(halves(4, 4, RED)), "*").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000.jpg",
                "0000000000000000000000000000000000000000000000000000000000000000.svg",
                "lamp.jpg",
                ""
            })
    void other_addresses_show_nothing(String name) {
        asAnyone()
                .get("/api/v1/pictures/" + name)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Cache-Control", not(equalTo("public, max-age=31536000, immutable")));
    }

    @Test
    void the_same_picture_is_kept_once() {
        byte[] file = png(halves(44, 20, RED));
        String one = upload(aProduct().create(), PNG, file).path("imageUrl");

        String other = upload(aProduct().create(), PNG, file).path("imageUrl");

        assertThat(other).isEqualTo(one);
        assertThat(Rows.of("SELECT hash FROM picture WHERE address = ?", one)).hasSize(1);
    }

    private static Response upload(UUID product, String type, byte[] file) {
        return upload(product, type, file, tagOf(product));
    }

    private static Response upload(UUID product, String type, byte[] file, String ifMatch) {
        return request()
                .header("If-Match", ifMatch)
                .contentType(type)
                .body(file)
                .post("/api/v1/products/{id}/picture", product);
    }

    private static RequestSpecification request() {
        return given().auth().oauth2(TestTokens.admin());
    }

    private static BufferedImage noise(int width, int height) {
        var picture = halves(width, height, RED);
        int[] pixels = new Random(1).ints((long) width * height, 0, 0xFFFFFF).toArray();
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }
}
