package io.cloudshop.frontend.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    @Test
    void the_page_may_talk_to_the_api_and_show_its_pictures() {
        assertThat(SecurityHeaders.contentSecurityPolicy(
                        List.of("http://localhost:8080", "http://127.0.0.1:8080"), List.of()))
                .contains("connect-src 'self' http://localhost:8080 http://127.0.0.1:8080;")
                .contains("img-src 'self' data: http://localhost:8080 http://127.0.0.1:8080;");
    }

    @Test
    void an_api_on_the_origin_of_the_page_needs_no_mention() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of(), List.of()))
                .contains("connect-src 'self';", "img-src 'self' data:;");
    }

    @Test
    void a_picture_may_be_on_another_host_that_is_named() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of(), List.of("https://pictures.example")))
                .contains("img-src 'self' data: https://pictures.example;");
    }

    @Test
    void the_service_worker_is_the_shops_own() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of("http://localhost:8080"), List.of()))
                .contains("; worker-src 'self';");
    }

    @Test
    void text_becomes_code_nowhere() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of(), List.of()))
                .endsWith("require-trusted-types-for 'script'; trusted-types cloudshop-worker");
    }
}
