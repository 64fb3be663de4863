package io.cloudshop.gateway.docs;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.cloudshop.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class DocsTest {

    @Test
    void the_document_is_json_for_whoever_does_not_ask_for_more() {
        given().get("/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("CloudShop"));
    }

    @Test
    void the_document_is_yaml_for_whoever_asks() {
        given().get("/openapi?format=yaml").then().statusCode(200).body(containsString("openapi: \"3.1.0\""));
        given().accept("application/yaml").get("/openapi").then().contentType("application/yaml");
    }

    @Test
    void the_document_does_not_tell_of_what_clients_cannot_reach() {
        given().get("/openapi")
                .then()
                .body(not(containsString("/api/v1/auth/token\"")))
                .body(not(containsString("/api/v1/reservations")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/docs.js", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css"})
    void the_page_and_all_it_needs_come_from_here_without_a_token(String file) {
        given().get(file)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self';"));
    }

    @Test
    void the_page_runs_no_script_of_its_own() {
        given().get("/docs").then().contentType("text/html").body(not(containsString("<script>")));
    }

    @Test
    void a_file_that_is_not_there_is_a_404_problem() {
        given().get("/docs/nothing.js").then().statusCode(404).contentType("application/problem+json");
    }
}
