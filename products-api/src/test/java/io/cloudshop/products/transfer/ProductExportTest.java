package io.cloudshop.products.transfer;

import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.transfer.Importing.CSV;
import static io.cloudshop.products.transfer.Importing.NDJSON;
import static io.cloudshop.products.transfer.Importing.line;
import static io.cloudshop.products.transfer.Importing.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.Api;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.Rows;
import io.cloudshop.testing.TestTokens;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class ProductExportTest {

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, CSV})
    void what_is_exported_can_be_imported_and_changes_nothing(String type) {
        givenProductsThatAreHardToWrite();
        List<String> before = catalogue();

        byte[] file = export(type).then().statusCode(200).extract().asByteArray();

        send(type, file)
                .then()
                .statusCode(200)
                .body("created", equalTo(0))
                .body("unchanged", equalTo(before.size()))
                .body("rejected", equalTo(List.of()));
        assertThat(catalogue()).isEqualTo(before);
    }

    @Test
    void every_product_is_there_once_over_all_pages_and_deleted_ones_are_not() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1_100; i++) {
            many.append(line(aProduct().with("sku", "T-PAGES-" + i)));
        }
        send(NDJSON, many.toString()).then().statusCode(200);
        String gone = anySku();
        UUID id = aProduct().with("sku", gone).create();
        Api.asAdmin().delete("/api/v1/products/{id}", id).then().statusCode(204);

        List<String> lines = export(NDJSON).asString().lines().toList();

        ObjectMapper json = new ObjectMapper();
        List<String> skus = lines.stream().map(line -> sku(json, line)).toList();
        assertThat(skus)
                .containsExactlyElementsOf(Rows.of("SELECT sku FROM product WHERE deleted_at IS NULL ORDER BY id"));
    }

    @Test
    void a_spreadsheet_runs_nothing_of_it() {
        String sku = anySku();
        aProduct()
                .with("sku", sku)
                .named("=HYPERLINK(\"http://x\")")
                .with("description", "@x")
                .create();

        String row = export(CSV)
                .asString()
                .lines()
                .filter(line -> line.contains(sku))
                .findFirst()
                .orElseThrow();

        assertThat(row).startsWith(sku + ",\"'=HYPERLINK(\"\"http://x\"\")\",").contains("'@x");
    }

    @Test
    void it_is_a_file_of_the_form_that_was_asked_for() {
        export("*/*")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/x-ndjson;charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", matchesPattern("attachment; filename=\"products-[-0-9]{10}\\.ndjson\""));
        export("text/csv, application/x-ndjson;q=0.5")
                .then()
                .header("Content-Type", "text/csv;charset=utf-8")
                .header("Content-Disposition", endsWith(".csv\""));
        assertThat(export(CSV).asString())
                .startsWith("sku,name,description,category,price,currency,stock,imageUrl,name_fr,description_fr\r\n");
        export("application/xml").then().statusCode(406).body("type", endsWith("/not-acceptable"));
    }

    @Test
    void only_administrators_export() {
        given().get("/api/v1/products/export").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.customer(Ids.next()))
                .get("/api/v1/products/export")
                .then()
                .statusCode(403);
    }

    private static void givenProductsThatAreHardToWrite() {
        aProduct().named("Comma, \"quote\" and ; semicolon").create();
        aProduct().with("description", "Two\nlines\r\nand\ttabs, \"quoted\"").create();
        aProduct().named("=1+1").with("description", "'=already").create();
        aProduct().named("-5 °C — 雪 😀").with("description", "'quoted'").create();
        aProduct()
                .named("@home")
                .without("description")
                .without("imageUrl")
                .without("stock")
                .create();
        aProduct().with("sku", "-" + anySku().substring(0, 20)).priced("0.00").create();
    }

    private static Response export(String accept) {
        return given().auth().oauth2(TestTokens.admin()).accept(accept).get("/api/v1/products/export");
    }

    private static List<String> catalogue() {
        return Rows.of("SELECT product::text FROM product WHERE deleted_at IS NULL ORDER BY id");
    }

    private static String sku(ObjectMapper json, String line) {
        try {
            return json.readTree(line).get("sku").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
