package io.cloudshop.products.transfer;

import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.transfer.Importing.CSV;
import static io.cloudshop.products.transfer.Importing.NDJSON;
import static io.cloudshop.products.transfer.Importing.exists;
import static io.cloudshop.products.transfer.Importing.file;
import static io.cloudshop.products.transfer.Importing.line;
import static io.cloudshop.products.transfer.Importing.product;
import static io.cloudshop.products.transfer.Importing.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.testing.LogRecords;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class ImportedLinesTest {

    private static final String HEADER = "sku,name,description,category,price,currency,stock,imageUrl\r\n";

    @ParameterizedTest
    @MethodSource("badLines")
    void a_line_that_is_no_product_is_rejected_and_the_others_are_kept(String bad, String message) {
        String before = anySku();
        String after = anySku();
        String text = line(aProduct().with("sku", before)) + "\n" + bad + "\n"
                + line(aProduct().with("sku", after));

        // Each character as a byte: what is above 127 is no UTF-8.
        Response answer = send(NDJSON, text.getBytes(StandardCharsets.ISO_8859_1));

        answer.then()
                .statusCode(200)
                .body("created", equalTo(2))
                .body("rejectedCount", equalTo(1))
                .body("rejected", hasSize(1))
                .body("rejected[0].line", equalTo(3))
                .body("rejected[0].message", containsString(message));
        assertThat(exists(before)).isTrue();
        assertThat(exists(after)).isTrue();
    }

    static Stream<Arguments> badLines() {
        return Stream.of(
                Arguments.of("{\"sku\": ", "is not JSON"),
                Arguments.of("lamp", "is not JSON"),
                Arguments.of("null", "is not one JSON object"),
                Arguments.of("[1]", "is not one JSON object"),
                Arguments.of("{} {}", "is not"),
                Arguments.of("[".repeat(60_000), "is not one JSON object"),
                Arguments.of(without("name", ""), "name must not be blank"),
                Arguments.of(without("name", ", \"colour\": \"red\""), "There is no field colour here."),
                Arguments.of(without("price", ""), "price must not be null"),
                Arguments.of(without("stock", ", \"stock\": \"7\""), "stock"),
                Arguments.of(without("stock", ", \"stock\": 1000001"), "stock must be less than or equal to"),
                Arguments.of(price("19.999", "EUR"), "amount has more decimals than EUR allows"),
                Arguments.of(price("10000000000.00", "EUR"), "price.amount must be below"),
                Arguments.of(price("19.90", "CHF"), "price.currency must be EUR"),
                Arguments.of(without("sku", ", \"sku\": \"a_b\""), "sku must be 3 to 32"),
                Arguments.of(without("name", ", \"name\": \"a\\u0000b\""), "U+0000"),
                Arguments.of(without("name", ", \"name\": \"a\u0000b\""), "is not JSON"),
                Arguments.of(without("name", ", \"name\": \"L\u00e4mp\""), "is not UTF-8"),
                Arguments.of("{\"" + "x".repeat(140_000), "is longer than 131072 bytes"));
    }

    @Test
    void a_message_does_not_repeat_a_line_of_any_length() {
        String unknown = "{\"" + "x".repeat(40_000) + "\": 1}";

        String message = send(NDJSON, unknown).path("rejected[0].message");

        assertThat(message).hasSizeBetween(10, 300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void both_line_ends_do_with_or_without_a_mark_and_at_the_end(String lineEnd) {
        String[] skus = {anySku(), anySku(), anySku()};
        String text = "\uFEFF"
                + line(aProduct().with("sku", skus[0]).named("Lampe é")).strip() + lineEnd + lineEnd
                + line(aProduct().with("sku", skus[1])).strip() + lineEnd
                + line(aProduct().with("sku", skus[2])).strip();

        send(NDJSON, text).then().statusCode(200).body("created", equalTo(3));

        product(skus[0]).then().body("name", equalTo("Lampe é"));
    }

    @Test
    void csv_is_what_spreadsheets_write() {
        String[] skus = {anySku(), anySku(), anySku()};
        String text = "\uFEFF" + HEADER
                + skus[0] + ",\"Lamp, \"\"big\"\"\",\"Two\r\nlines\",Lighting,19.90,EUR,7,/catalogue/lamp.svg\r\n"
                + skus[1] + ",6\" pipe,,Tools,5.00,,,\r\n"
                + skus[2] + ",'=SUM(A1),'-5 degrees,Tools,5.00,EUR,0,";

        send(CSV + "; charset=ISO-8859-1", text).then().statusCode(200).body("created", equalTo(3));

        product(skus[0])
                .then()
                .body("name", equalTo("Lamp, \"big\""))
                .body("description", equalTo("Two\r\nlines"))
                .body("price.amount", equalTo("19.90"))
                .body("stock", equalTo(7))
                .body("imageUrl", equalTo("/catalogue/lamp.svg"));
        product(skus[1])
                .then()
                .body("name", equalTo("6\" pipe"))
                .body("description", equalTo(""))
                .body("price.currency", equalTo("EUR"))
                .body("stock", equalTo(0));
        product(skus[2]).then().body("name", equalTo("=SUM(A1)")).body("description", equalTo("-5 degrees"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void csv_has_the_separator_of_its_header(String separator) {
        String sku = anySku();
        String text = String.join(separator, "price", "sku", "name", "category") + "\n"
                + String.join(separator, "19.90", sku, "Lamp, big", "Lighting") + "\n";

        send(CSV, text).then().statusCode(200).body("created", equalTo(1));

        product(sku).then().body("name", equalTo("Lamp, big"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SKU1,Lamp                              | 2 | has 2 cells where the first row has 8",
                "SKU1,\"Lamp\"x,,L,1.00,EUR,,            | 2 | is not CSV",
                "SKU1,Lamp,,L,1.00,EUR,many,            | 2 | stock must be a whole number",
                "SKU1,Lamp,,L,'1,00',EUR,1,             | 2 | has 9 cells",
                "SKU1,Lamp,,L,1.001,EUR,1,              | 2 | price amount has more decimals",
                "SKU1,Lamp,,L,,EUR,1,                   | 2 | price must not be null",
                "SKU1,\"Lamp,,L,1.00,EUR,1,             | 2 | is not CSV",
            })
    void a_row_that_is_no_product_is_rejected(String row, int line, String message) {
        send(CSV, HEADER + row)
                .then()
                .statusCode(200)
                .body("created", equalTo(0))
                .body("rejected[0].line", equalTo(line))
                .body("rejected[0].message", containsString(message));
    }

    @Test
    void a_quote_that_is_never_closed_does_not_swallow_the_file() {
        String sku = anySku();
        String filler = "x".repeat(200) + "\r\n";
        String text = HEADER + "SKU1,\"Lamp" + filler.repeat(800) + sku + ",Lamp,,Lighting,1.00,EUR,1,\r\n";

        send(CSV, text)
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rejected[0].line", equalTo(2))
                .body("rejected[0].message", containsString("a closing quote is missing"));

        assertThat(exists(sku)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sku,name,category,price,preis          | There is no column \"preis\" here",
                "sku,name,price                         | missing: category",
                "sku,name,category,price,name           | The column name is there twice",
                "LMP-1,Lamp,Lighting,19.90              | There is no column \"LMP-1\" here",
                "\"sku,name                             | The first row",
                "''                                     | The file is empty",
            })
    void a_header_that_does_not_name_the_columns_is_400(String header, String detail) {
        send(CSV, header)
                .then()
                .statusCode(400)
                .body("type", endsWith("/malformed"))
                .body("detail", containsString(detail));
    }

    @Test
    void an_import_has_a_hundred_thousand_lines_at_most_and_says_what_it_kept() {
        String sku = anySku();
        String text = line(aProduct().with("sku", sku)) + "{}\n".repeat(100_000);

        send(NDJSON, text)
                .then()
                .statusCode(422)
                .body("type", endsWith("/too-many-lines"))
                .body("detail", containsString("from line 100001"))
                .body("imported.created", equalTo(1))
                .body("imported.rejectedCount", equalTo(99_999))
                .body("imported.rejected", hasSize(1_000));

        assertThat(exists(sku)).isTrue();
    }

    @Test
    void a_body_that_turns_out_too_large_is_413_and_says_what_it_kept() throws Exception {
        String chunk = "10000\r\n" + "x".repeat(0xFFFF) + "\n\r\n";
        StringBuilder thousand = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            thousand.append(line(aProduct().with("sku", "T-LARGE-" + i)));
        }
        String first = Integer.toHexString(thousand.length()) + "\r\n" + thousand + "\r\n";

        String answer =
                RawClient.exchange(head("Transfer-Encoding: chunked") + first + chunk.repeat(520) + "0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("/problems/too-large", "33554432 bytes", "\"imported\":{\"created\":1000,");
        assertThat(exists("T-LARGE-999")).isTrue();
    }

    @Test
    void a_body_announced_as_too_large_is_413_at_once_and_other_paths_take_less() throws Exception {
        assertThat(RawClient.exchange(head("Content-Length: 33554433\r\nExpect: 100-continue")))
                .startsWith("HTTP/1.1 413 ");
        assertThat(RawClient.exchange(head("Content-Length: 1048577\r\nExpect: 100-continue")
                        .replace("/products/import", "/products")))
                .startsWith("HTTP/1.1 413 ")
                .contains("1048576 bytes");
    }

    @Test
    void a_large_file_without_a_header_is_400_for_a_client_that_sends_on() throws Exception {
        String text = "nonsense\n".repeat(1_000_000);

        String answer =
                RawClient.exchange(head("Content-Length: " + text.length()).replace(NDJSON, CSV) + text);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("nonsense").endsWith("}");
    }

    @Test
    void of_a_connection_that_breaks_whole_batches_are_kept_and_the_log_says_how_many() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            lines.append(line(aProduct().with("sku", "T-BROKEN-" + i)));
        }

        try (LogRecords log = LogRecords.watch()) {
            try (RawClient client = RawClient.connect()) {
                client.write(head("Content-Length: 5000000") + lines);
                Awaitility.await().until(() -> exists("T-BROKEN-999"));
            }
            Awaitility.await().untilAsserted(() -> assertThat(log.of(ImportRun.class))
                    .extracting(LogRecord::getMessage)
                    .anyMatch(message -> message.contains("Import ended early")));
        }

        assertThat(exists("T-BROKEN-1000")).isFalse();
    }

    @Test
    void only_administrators_import_and_only_in_what_is_understood() {
        given().contentType(NDJSON)
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/products/import")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.customer(Ids.next()))
                .contentType(NDJSON)
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/products/import")
                .then()
                .statusCode(403);
        List.of("application/json", "text/plain")
                .forEach(type ->
                        send(type, "{}").then().statusCode(415).body("type", endsWith("/unsupported-media-type")));
        file(NDJSON, new byte[0])
                .queryParam("dryRun", "yes")
                .post("/api/v1/products/import")
                .then()
                .statusCode(400);
    }

    @Test
    void an_empty_file_imports_nothing() {
        send(NDJSON, "").then().statusCode(200).body("created", equalTo(0)).body("rejectedCount", equalTo(0));
    }

    private static String text(LogRecord line) {
        return line instanceof ExtLogRecord formatted ? formatted.getFormattedMessage() : line.getMessage();
    }

    private static String head(String framing) {
        return "POST /api/v1/products/import HTTP/1.1\r\nHost: shop\r\nConnection: close\r\nContent-Type: " + NDJSON
                + "\r\nAuthorization: Bearer " + TestTokens.admin() + "\r\n" + framing + "\r\n\r\n";
    }

    private static String without(String field, String instead) {
        String line = line(aProduct().without(field)).strip();
        return line.substring(0, line.length() - 1) + instead + "}";
    }

    private static String price(String amount, String currency) {
        return without("price", ", \"price\": {\"amount\": \"" + amount + "\", \"currency\": \"" + currency + "\"}");
    }
}
