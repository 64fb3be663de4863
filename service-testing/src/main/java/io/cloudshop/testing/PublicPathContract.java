package io.cloudshop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is for everybody is for visitors with a bad token, too: the answer is the one without a token. */
public abstract class PublicPathContract {

    /** The public calls of the service, such as {@code GET /api/v1/products}. */
    protected abstract List<String> publicCalls();

    @TestFactory
    Stream<DynamicTest> bad_credentials_change_nothing_where_none_are_needed() {
        return publicCalls().stream()
                .map(call -> DynamicTest.dynamicTest(call, () -> {
                    String status = status(call);
                    assertThat(status).isNotIn("401", "403", "404", "405").doesNotStartWith("5");
                    for (Map.Entry<String, String[]> bad : badCredentials().entrySet()) {
                        assertThat(status(call, bad.getValue()))
                                .as(bad.getKey())
                                .isEqualTo(status);
                    }
                }));
    }

    private static String status(String call, String... headers) throws IOException {
        String[] parts = call.split(" ");
        return RawClient.request(parts[0], parts[1], headers).split(" ")[1];
    }

    private static Map<String, String[]> badCredentials() {
        JwtClaims expired = TestTokens.claims(UUID.randomUUID(), List.of("customer"));
        expired.setExpirationTimeMinutesInTheFuture(-10);
        JwtClaims good = TestTokens.claims(UUID.randomUUID(), List.of("admin"));
        Map<String, String[]> bad = new LinkedHashMap<>();
        bad.put("expired", bearer(TestTokens.signed(expired)));
        bad.put("signed by a stranger", bearer(TestTokens.signedByAStranger(good)));
        bad.put("symmetric", bearer(base64("{\"alg\":\"HS256\"}") + "." + base64(good.toJson()) + "." + base64("x")));
        bad.put("unsigned", bearer(base64("{\"alg\":\"none\"}") + "." + base64(good.toJson()) + "."));
        bad.put("no JWT", bearer("abc"));
        bad.put("no token", new String[] {"Authorization: Bearer"});
        bad.put("empty", new String[] {"Authorization:"});
        bad.put("no scheme", new String[] {"Authorization: garbage"});
        bad.put("Basic", new String[] {"Authorization: Basic dXNlcjpwYXNz"});
        bad.put("broken Basic", new String[] {"Authorization: Basic %%%"});
        bad.put("Negotiate", new String[] {"Authorization: Negotiate YII="});
        bad.put("bytes beyond ASCII", new String[] {"Authorization: Bearer \u00e4\u00f6"});
        bad.put("two headers", new String[] {"Authorization: Bearer abc", "Authorization: Bearer def"});
        return bad;
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization: Bearer " + token};
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
