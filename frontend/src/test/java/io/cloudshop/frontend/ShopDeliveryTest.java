package io.cloudshop.frontend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ShopDeliveryTest {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Pattern HASHED_SCRIPT = Pattern.compile("/assets/index-[^\"]+\\.js");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/products",
                "/products/0190a000-0000-7000-8000-000000000001",
                "/search?q=lamp",
                "/forgot-password",
                "/reset-password",
                "/orders"
            })
    void every_address_of_the_shop_answers_with_the_page(String path) {
        given().accept("text/html")
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("id=\"root\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/products/no-such-lamp", "/cart/1", "/orders/x/y", "/mailbox"})
    void an_unknown_address_is_not_found_on_a_page_that_says_so(String path) {
        String etag = given().when().get("/").header("ETag");

        given().accept("text/html")
                .header("If-None-Match", etag)
                .when()
                .get(path)
                .then()
                .statusCode(404)
                .contentType(ContentType.HTML)
                .header("Cache-Control", "no-store")
                .body(containsString("id=\"root\""));
    }

    @Test
    void the_page_is_asked_for_each_time() {
        given().when().get("/products").then().statusCode(200).header("Cache-Control", "no-cache");
        given().when().get("/").then().statusCode(200).header("Cache-Control", "no-cache");
    }

    @Test
    void a_file_with_a_hash_in_its_name_is_kept_for_ever() {
        given().when()
                .get(hashedScript())
                .then()
                .statusCode(200)
                .contentType(containsString("javascript"))
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void the_service_worker_is_asked_for_each_time_and_is_for_the_whole_shop() {
        given().when()
                .get("/sw.js")
                .then()
                .statusCode(200)
                .contentType(containsString("javascript"))
                .header("Cache-Control", "no-cache")
                .header("ETag", notNullValue())
                // It lies at the root, whose scope is everything: it needs no leave for more.
                .header("Service-Worker-Allowed", nullValue())
                .header("Content-Security-Policy", containsString("connect-src 'self' http://localhost:8080"))
                .body(containsString(hashedScript()), containsString("/index.html"), not(containsString("BackOffice")));
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, deflate, br, zstd', br",
        "'gzip, deflate', gzip",
        "'br;q=0, gzip;q=0.5', gzip",
        "'BR', br",
        "'br;q=x, *;q=y', br",
        "'br;q=0', ''",
        "identity, ''"
    })
    void a_file_is_sent_as_small_as_the_browser_can_read_it(String accepted, String coding) throws Exception {
        HttpResponse<byte[]> plain = fetch(hashedScript(), "identity");
        HttpResponse<byte[]> answer = fetch(hashedScript(), accepted);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding").orElse("")).isEqualTo(coding);
        assertThat(answer.headers().allValues("Vary")).contains("accept-encoding");
        assertThat(answer.headers().firstValue("ETag"))
                .isEqualTo(plain.headers().firstValue("ETag"));
        if (coding.isEmpty()) {
            assertThat(answer.body()).isEqualTo(plain.body());
        } else {
            assertThat(answer.body().length).isLessThan(plain.body().length / 2);
        }
    }

    @Test
    void a_compressed_file_is_the_file() throws Exception {
        for (String path : List.of("/", hashedScript(), "/favicon.svg")) {
            byte[] plain = fetch(path, "identity").body();

            byte[] packed = fetch(path, "gzip").body();

            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                    .isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/theme.js", "/products"})
    void a_file_that_has_not_changed_is_not_sent_again(String path) {
        String etag = given().when().get(path).then().statusCode(200).extract().header("ETag");

        given().header("If-None-Match", etag)
                .when()
                .get(path)
                .then()
                .statusCode(304)
                .header("Cache-Control", "no-cache")
                .body(emptyString());
        given().header("If-None-Match", "W/\"another\"").when().get(path).then().statusCode(200);
    }

    @Test
    void a_head_request_is_answered_like_a_get_without_the_body() {
        String etag = given().when().get("/").header("ETag");

        given().when()
                .head("/")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("ETag", etag)
                .body(emptyString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/unknown-12345678.js",
                "/assets/unknown",
                "/catalogue/unknown.svg",
                "/catalogue/unknown",
                "/api/v1/products",
                "/api",
                "/products/picture.png"
            })
    void what_looks_like_a_file_or_an_api_is_not_found(String path) {
        given().accept("text/html,*/*")
                .when()
                .get(path)
                .then()
                .statusCode(404)
                .contentType(PROBLEM_JSON)
                .header("Cache-Control", "no-store")
                .body("status", equalTo(404));
    }

    @Test
    void a_program_that_asks_for_json_gets_no_page() {
        given().accept(ContentType.JSON)
                .when()
                .get("/products")
                .then()
                .statusCode(404)
                .contentType(PROBLEM_JSON);
    }

    @Test
    void nothing_can_be_posted_here() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .when()
                .post("/config.json")
                .then()
                .statusCode(405)
                .contentType(PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/products", "/config.json", "/theme.js", "/sw.js", "/assets/unknown.js", "/api/v1/products"
            })
    void every_answer_carries_the_security_headers(String path) {
        given().when()
                .get(path)
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'self'"),
                                containsString("connect-src 'self' http://localhost:8080 http://127.0.0.1:8080;"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header("Permissions-Policy", containsString("camera=()"))
                .header("X-Request-Id", notNullValue());
    }

    @Test
    void the_page_runs_no_inline_code() {
        given().when()
                .get("/")
                .then()
                .body(not(containsString("<script>")), not(containsString("<style")), not(containsString("style=\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void the_page_learns_where_the_api_is_by_the_name_that_it_was_opened_with(String host) {
        given().baseUri("http://" + host)
                .port(RestAssured.port)
                .when()
                .get("/config.json")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", "no-cache")
                .body("apiBaseUrl", equalTo("http://" + host + ":8080"))
                .body("mailbox", equalTo(false))
                .body("offline", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void an_uploaded_picture_is_where_the_api_is(String host) {
        given().baseUri("http://" + host)
                .port(RestAssured.port)
                .redirects()
                .follow(false)
                .when()
                .get("/api/v1/pictures/a1.jpg")
                .then()
                .statusCode(308)
                .header("Location", "http://" + host + ":8080/api/v1/pictures/a1.jpg")
                .header("Cache-Control", "public, max-age=3600");
    }

    /** REST Assured would unpack the answer. */
    private static HttpResponse<byte[]> fetch(String path, String encoding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Accept-Encoding", encoding)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String hashedScript() {
        var script = HASHED_SCRIPT.matcher(given().when().get("/").asString());
        return script.results().findFirst().orElseThrow().group();
    }
}
