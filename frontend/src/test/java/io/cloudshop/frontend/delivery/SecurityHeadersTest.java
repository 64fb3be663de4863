package io.cloudshop.frontend.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    @Test
    void the_page_may_talk_to_the_api_whatever_its_path() {
        assertThat(SecurityHeaders.contentSecurityPolicy(() -> Optional.of(URI.create("https://api.local:8443/shop"))))
                .contains("connect-src 'self' https://api.local:8443;");
    }

    @Test
    void without_a_gateway_url_the_page_talks_to_its_own_origin_only() {
        assertThat(SecurityHeaders.contentSecurityPolicy(Optional::empty)).contains("connect-src 'self';");
    }

    @Test
    void a_picture_may_be_on_another_host_as_the_catalogue_allows_it() {
        assertThat(SecurityHeaders.contentSecurityPolicy(Optional::empty)).contains("img-src 'self' data: https:;");
    }
}
