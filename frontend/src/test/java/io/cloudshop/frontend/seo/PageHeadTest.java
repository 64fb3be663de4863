package io.cloudshop.frontend.seo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.path.xml.XmlPath.CompatibilityMode;
import io.restassured.path.xml.element.Node;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTML says before any script runs. */
@QuarkusTest
@WithTestResource(value = StubCatalogue.class, scope = TestResourceScope.GLOBAL)
class PageHeadTest {

    private static final String LAMP = "/products/" + StubCatalogue.LAMP;

    @Test
    void a_product_s_page_is_about_the_product() {
        String html = page(LAMP, "en").statusCode(200).extract().asString();
        XmlPath head = new XmlPath(CompatibilityMode.HTML, html);

        assertThat(head.getString("html.@lang")).isEqualTo("en");
        assertThat(head.getString("html.head.title")).isEqualTo("\"Cloud\" lamp </script> & $1 – CloudShop");
        assertThat(meta(head, "name", "description"))
                .startsWith("A lamp that floats. Very light indeed. ")
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(160);
        assertThat(meta(head, "property", "og:title")).isEqualTo("\"Cloud\" lamp </script> & $1 – CloudShop");
        assertThat(meta(head, "property", "og:image")).isEqualTo("https://shop.example/catalogue/lamp.svg");
        assertThat(meta(head, "name", "robots")).isNull();
        assertThat(link(head, "canonical")).isEqualTo("https://shop.example" + LAMP);
        assertThat(html)
                .contains("hreflang=\"fr\" href=\"https://shop.example" + LAMP + "?lang=fr\"")
                .contains("hreflang=\"x-default\" href=\"https://shop.example" + LAMP + "\"")
                .contains("id=\"root\"");
    }

    @Test
    void search_engines_are_told_the_facts() {
        String html = page(LAMP, "en").extract().asString();

        JsonObject facts = new JsonObject(
                html.replaceFirst("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1"));

        assertThat(facts.getString("@type")).isEqualTo("Product");
        assertThat(facts.getString("name")).isEqualTo("\"Cloud\" lamp </script> & $1");
        assertThat(facts.getString("image")).isEqualTo("https://shop.example/catalogue/lamp.svg");
        JsonObject offer = facts.getJsonObject("offers");
        assertThat(offer.getString("price")).isEqualTo("49.90");
        assertThat(offer.getString("priceCurrency")).isEqualTo("EUR");
        assertThat(offer.getString("availability")).isEqualTo("https://schema.org/InStock");
        page("/products/" + StubCatalogue.PLAIN, "en").body(containsString("https://schema.org/OutOfStock"));
    }

    @ParameterizedTest
    @CsvSource({"'', fr-CH, fr", "'?lang=fr', en, fr", "'?lang=en', fr, en", "'?lang=de', fr, fr", "'', de, en"})
    void it_is_in_the_language_of_the_address_or_of_the_browser(String query, String browser, String language) {
        String html = page(LAMP + query, browser).extract().asString();
        XmlPath head = new XmlPath(CompatibilityMode.HTML, html);

        assertThat(head.getString("html.@lang")).isEqualTo(language);
        assertThat(head.getString("html.head.title"))
                .isEqualTo((language.equals("fr") ? "Lampe \"Nuage\" <b>" : "\"Cloud\" lamp </script> & $1")
                        + " – CloudShop");
        assertThat(link(head, "canonical"))
                .isEqualTo("https://shop.example" + LAMP + (query.equals("?lang=de") ? "" : query));
    }

    @Test
    void caches_hear_by_what_a_page_differs() {
        assertThat(String.join(",", page("/", "fr").extract().headers().getValues("Vary")))
                .containsIgnoringCase("accept-language")
                .containsIgnoringCase("accept-encoding");
        String english = page("/", "en").extract().header("ETag");
        assertThat(page("/", "fr").extract().header("ETag")).isNotEqualTo(english);
    }

    @Test
    void a_product_that_is_not_on_offer_is_not_found() {
        page("/products/0190a000-0000-7000-8000-00000000000f", "en")
                .statusCode(404)
                .header("Cache-Control", "no-store")
                .body(containsString("noindex"), containsString("id=\"root\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {StubCatalogue.SLOW, StubCatalogue.BROKEN})
    void customers_do_not_wait_for_what_search_engines_are_told(String product) {
        long begin = System.nanoTime();

        page("/products/" + product, "en")
                .statusCode(200)
                .body(
                        containsString("id=\"root\""),
                        containsString("rel=\"canonical\" href=\"https://shop.example/products/" + product),
                        not(containsString("noindex")));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cart", "/search?q=lamp", "/orders", "/login", "/nowhere", "/admin", "/admin/orders"})
    void what_is_of_no_use_to_others_is_in_no_index(String path) {
        page(path, "en")
                .body(containsString("<meta name=\"robots\" content=\"noindex\">"), not(containsString("canonical")));
    }

    @Test
    void home_and_catalogue_name_their_own_address_whatever_is_filtered() {
        assertThat(link(
                        new XmlPath(
                                CompatibilityMode.HTML,
                                page("/", "en").extract().asString()),
                        "canonical"))
                .isEqualTo("https://shop.example/");
        assertThat(link(
                        new XmlPath(
                                CompatibilityMode.HTML,
                                page("/products?page=2&sort=price", "en")
                                        .extract()
                                        .asString()),
                        "canonical"))
                .isEqualTo("https://shop.example/products");
    }

    @Test
    void robots_are_shown_to_the_sitemaps() {
        given().get("/robots.txt")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("Disallow: /orders"), containsString("Sitemap: https://shop.example/sitemap.xml"));
    }

    @Test
    void sitemaps_have_every_product_and_the_catalogue_is_read_once_an_hour() {
        given().get("/sitemap.xml")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .body(
                        "sitemapindex.sitemap.loc",
                        hasItems(
                                "https://shop.example/sitemaps/pages.xml",
                                "https://shop.example/sitemaps/products-1.xml"));
        List<String> first = given().get("/sitemaps/products-0.xml").xmlPath().getList("urlset.url.loc");
        List<String> second = given().get("/sitemaps/products-1.xml").xmlPath().getList("urlset.url.loc");

        assertThat(first).hasSize(5_000).contains("https://shop.example/products/id-0");
        assertThat(second).hasSize(StubCatalogue.PRODUCTS - 5_000).doesNotContainAnyElementsOf(first);
        assertThat(StubCatalogue.PAGES).hasValue(StubCatalogue.PRODUCTS / 100);
        given().get("/sitemaps/products-2.xml").then().statusCode(404).body("status", equalTo(404));
        given().get("/sitemaps/pages.xml").then().body("urlset.url.loc", hasItems("https://shop.example/products"));
    }

    private static ValidatableResponse page(String path, String languages) {
        return given().accept("text/html")
                .header("Accept-Language", languages)
                .get(path)
                .then();
    }

    private static String meta(XmlPath head, String attribute, String name) {
        List<Node> all = head.getList("html.head.meta", Node.class);
        return all.stream()
                .filter(meta -> name.equals(meta.getAttribute(attribute)))
                .map(meta -> meta.getAttribute("content"))
                .findFirst()
                .orElse(null);
    }

    private static String link(XmlPath head, String rel) {
        List<Node> all = head.getList("html.head.link", Node.class);
        return all.stream()
                .filter(link -> rel.equals(link.getAttribute("rel")))
                .map(link -> link.getAttribute("href"))
                .findFirst()
                .orElse(null);
    }
}
