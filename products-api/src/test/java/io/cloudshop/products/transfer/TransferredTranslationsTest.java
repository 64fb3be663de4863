package io.cloudshop.products.transfer;

import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.transfer.Importing.CSV;
import static io.cloudshop.products.transfer.Importing.NDJSON;
import static io.cloudshop.products.transfer.Importing.idOf;
import static io.cloudshop.products.transfer.Importing.importing;
import static io.cloudshop.products.transfer.Importing.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.products.testing.ProductBuilder;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.Rows;
import io.cloudshop.testing.TestTokens;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Translations go out with the catalogue and come in with it. */
@ProductsTest
class TransferredTranslationsTest {

    private final String sku = anySku();

    @Test
    void a_line_says_what_a_product_is_called_in_french() {
        importing(lamp(Map.of("fr", Map.of("name", "Lampe", "description", "À poser"))))
                .then()
                .body("created", equalTo(1))
                .body("updated", equalTo(0));
        assertThat(french()).containsExactly("Lampe|À poser");
        inFrench().then().body("name", equalTo("Lampe")).body("description", equalTo("À poser"));

        importing(lamp(Map.of("fr", Map.of("name", "Lampe de table"))))
                .then()
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(0));
        assertThat(french()).containsExactly("Lampe de table|");
    }

    @Test
    void what_is_left_out_stays_and_what_is_not_among_the_others_goes() {
        importing(lamp(Map.of("fr", Map.of("name", "Lampe")))).then().body("created", equalTo(1));

        importing(lamp().named("Lamp of another name")).then().body("updated", equalTo(1));
        assertThat(french()).containsExactly("Lampe|");

        importing(lamp(Map.of())).then().body("updated", equalTo(1)).body("unchanged", equalTo(0));
        assertThat(french()).isEmpty();
        importing(lamp(Map.of())).then().body("unchanged", equalTo(1));
    }

    @Test
    void of_two_lines_the_later_counts_as_far_as_it_speaks() {
        importing(lamp(Map.of("fr", Map.of("name", "Lampe"))), lamp().named("Lamp"))
                .then()
                .body("created", equalTo(1));

        assertThat(french()).containsExactly("Lampe|");
    }

    @Test
    void the_same_again_changes_nothing() {
        ProductBuilder lamp = lamp(Map.of("fr", Map.of("name", "Lampe")));
        importing(lamp).then().body("created", equalTo(1));
        List<String> before = rows();

        importing(lamp).then().body("updated", equalTo(1)).body("unchanged", equalTo(1));

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_translation_that_would_not_do_by_itself_rejects_its_line() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("fr", null);

        importing(
                        lamp(Map.of("de", Map.of("name", "Lampe"))),
                        lamp(Map.of("fr", Map.of("name", " "))),
                        lamp(Map.of("fr", Map.of("name", "Lampe", "title", "x"))),
                        lamp(Map.of("fr", "Lampe")),
                        lamp(nothing))
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rejected.line", contains(1, 2, 3, 4))
                .body("rejected[0].message", equalTo("translations has a language that is none of fr"))
                .body("rejected[1].message", equalTo("translations.fr.name must not be blank"))
                .body("rejected[2].message", containsString("translations.fr.title"))
                .body("rejected[3].message", containsString("translations.fr"));
    }

    @Test
    void csv_has_a_column_for_each_text() {
        send(CSV, "sku,name,category,price,name_fr,description_fr\r\n" + sku + ",Lamp,Lighting,1.00,Lampe,=À poser\r\n")
                .then()
                .body("created", equalTo(1));
        assertThat(french()).containsExactly("Lampe|=À poser");

        send(CSV, "sku,name,category,price\r\n" + sku + ",Lamp,Lighting,1.00\r\n")
                .then()
                .body("unchanged", equalTo(1));
        assertThat(french()).hasSize(1);

        send(CSV, "sku,name,category,price,name_fr\r\n" + sku + ",Lamp,Lighting,1.00,\r\n")
                .then()
                .body("unchanged", equalTo(0));
        assertThat(french()).isEmpty();

        send(CSV, "sku,name,category,price,description_fr\r\n" + sku + ",Lamp,Lighting,1.00,À poser\r\n")
                .then()
                .statusCode(400)
                .body("detail", containsString("missing: name_fr"));
        send(CSV, "sku,name,category,price,name_fr,description_fr\r\n" + sku + ",Lamp,Lighting,1.00,,À poser\r\n")
                .then()
                .body("rejected[0].message", equalTo("translations.fr.name must not be blank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, CSV})
    void what_was_exported_brings_translations_back(String type) {
        String untranslated = anySku();
        importing(
                        lamp(Map.of("fr", Map.of("name", "Lampe, « sauge »", "description", "@Deux\nlignes"))),
                        aProduct().with("sku", untranslated))
                .then()
                .body("created", equalTo(2));
        byte[] file = given().auth()
                .oauth2(TestTokens.admin())
                .accept(type)
                .get("/api/v1/products/export")
                .asByteArray();
        importing(
                        lamp(Map.of()),
                        aProduct().with("sku", untranslated).with("translations", Map.of("fr", Map.of("name", "x"))))
                .then()
                .body("updated", equalTo(2));

        send(type, file).then().statusCode(200).body("created", equalTo(0)).body("rejected", equalTo(List.of()));

        assertThat(french()).containsExactly("Lampe, « sauge »|@Deux\nlignes");
        assertThat(Rows.of(
                        "SELECT lang FROM product_translation JOIN product ON id = product_id WHERE sku = ?",
                        untranslated))
                .isEmpty();
    }

    private ProductBuilder lamp() {
        return aProduct().with("sku", sku);
    }

    private ProductBuilder lamp(Map<String, ?> translations) {
        return lamp().with("translations", translations);
    }

    private Response inFrench() {
        return given().queryParam("lang", "fr").get("/api/v1/products/{id}", idOf(sku));
    }

    private List<String> french() {
        return Rows.of(
                "SELECT t.name || '|' || t.description FROM product_translation t JOIN product p ON p.id = t.product_id"
                        + " WHERE p.sku = ?",
                sku);
    }

    private List<String> rows() {
        return Rows.of(
                "SELECT p::text || t::text FROM product p JOIN product_translation t ON p.id = t.product_id WHERE sku = ?",
                sku);
    }
}
