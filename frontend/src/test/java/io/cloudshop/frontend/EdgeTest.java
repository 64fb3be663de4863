package io.cloudshop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.testing.EdgeContract;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.RefusedAnswer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EdgeTest extends EdgeContract {

    @Override
    protected String path() {
        return "/config.json";
    }

    @Override
    protected void alsoHas(RefusedAnswer answer) {
        assertThat(answer.head())
                .containsIgnoringCase("\r\nX-Frame-Options: DENY\r\n")
                .containsIgnoringCase("\r\nContent-Security-Policy: default-src 'self'; ")
                .containsIgnoringCase("\r\nCache-Control: no-store\r\n");
    }

    @ParameterizedTest
    @CsvSource({"fr-FR;q=1, lang=\"fr\"", "en-GB, lang=\"en\"", "de, lang=\"en\""})
    void a_browser_gets_a_page(String language, String marked) throws Exception {
        String request = "GET /?q=100% HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,*/*;q=0.8\r\nAccept-Language: "
                + language + "\r\n\r\n";
        try (RawClient client = RawClient.connect()) {
            assertThat(client.write(request).readToEnd())
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("\r\nContent-Type: text/html; charset=utf-8\r\n")
                    .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n")
                    .containsIgnoringCase("\r\nX-Request-Id: ")
                    .contains(marked, "href=\"/\"");
        }
    }
}
