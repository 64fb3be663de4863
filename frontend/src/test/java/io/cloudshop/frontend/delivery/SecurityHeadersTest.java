package io.cloudshop.frontend.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    @Test
    void the_page_may_talk_to_the_api() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of("http://localhost:8080", "http://127.0.0.1:8080")))
                .contains("connect-src 'self' http://localhost:8080 http://127.0.0.1:8080;");
    }

    @Test
    void an_api_on_the_origin_of_the_page_needs_no_mention() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of())).contains("connect-src 'self';");
    }

    @Test
    void a_picture_may_be_on_another_host_as_the_catalogue_allows_it() {
        assertThat(SecurityHeaders.contentSecurityPolicy(List.of())).contains("img-src 'self' data: https:;");
    }
}
