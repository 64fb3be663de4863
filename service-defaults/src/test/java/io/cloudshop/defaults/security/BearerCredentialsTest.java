package io.cloudshop.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerCredentialsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            'Bearer abc', abc
            'bearer abc', abc
            'BEARER   abc', abc
            'Bearer abc  ', abc
            'Bearer aB9-._~+/', aB9-._~+/
            'Bearer abc==', abc==
            'Bearer eyJh.eyJz.c2ln', eyJh.eyJz.c2ln
            """)
    void the_token_is_what_follows_the_scheme(String header, String token) {
        assertThat(BearerCredentials.token(List.of(header))).contains(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer =",
                "Bearerabc",
                "Bearer\tabc",
                "Bearer \tabc",
                " Bearer abc",
                "Bearer abc def",
                "Bearer a=b",
                "Bearer abc,",
                "Bearer \u00e4bc",
                "Bearer \u20acbc",
                "Basic YTpi",
                "abc"
            })
    void another_form_is_no_token(String header) {
        assertThat(BearerCredentials.token(List.of(header))).isEmpty();
    }

    @Test
    void of_two_headers_none_is_believed() {
        assertThat(BearerCredentials.token(List.of("Bearer abc", "Bearer abc"))).isEmpty();
        assertThat(BearerCredentials.token(List.of())).isEmpty();
    }
}
