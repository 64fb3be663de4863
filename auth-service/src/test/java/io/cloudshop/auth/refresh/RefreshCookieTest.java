package io.cloudshop.auth.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshCookieTest {

    private static final RefreshToken TOKEN = new RefreshToken("a-token", Duration.ofDays(14));

    @Test
    void in_production_the_cookie_travels_over_tls_only() {
        RefreshCookie cookie = new RefreshCookie(true);

        assertThat(cookie.of(TOKEN))
                .isEqualTo("cloudshop_refresh=a-token; Max-Age=1209600; Path=/api/v1/auth; HttpOnly; SameSite=Strict;"
                        + " Secure");
        assertThat(cookie.cleared())
                .isEqualTo("cloudshop_refresh=; Max-Age=0; Path=/api/v1/auth; HttpOnly; SameSite=Strict; Secure");
    }

    @Test
    void locally_it_travels_without() {
        assertThat(new RefreshCookie(false).of(TOKEN)).doesNotContain("Secure");
    }

    @Test
    void a_token_is_not_shown_by_mistake() {
        assertThat(TOKEN.toString()).doesNotContain("a-token");
    }
}
