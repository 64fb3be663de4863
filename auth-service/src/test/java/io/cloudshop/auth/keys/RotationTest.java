package io.cloudshop.auth.keys;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.auth.AuthTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RotationTest.WithFilesOfItsOwn.class)
class RotationTest extends AuthTest {

    private static final Path FOLDER = Path.of("target", "rotated-keys").toAbsolutePath();
    private static final Path CURRENT = FOLDER.resolve("current.pem");
    private static final Path NEXT = FOLDER.resolve("next.pem");

    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @Test
    void keys_change_under_load_without_a_restart_and_without_one_failed_request() throws Exception {
        String email = newEmail();
        givenCustomer(email);
        List<String> first = published();
        String old = signIn(email);

        try (var clients = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                clients.submit(() -> signInAndLook(email));
            }
            new KeyFile("next", NEXT).createIfMissing();
            await().until(() -> published().size() == 2);
            JsonWebKeySet whatVerifiersHave =
                    new JsonWebKeySet(get("/.well-known/jwks.json").asString());
            exchange();
            await().until(() -> !keyOf(signIn(email)).equals(first.getFirst()));
            int before = answers.size();
            await().until(() -> answers.size() > before + 20);
            isOver.set(true);

            JwtConsumer verifier = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(whatVerifiersHave.getJsonWebKeys()))
                    .setSkipDefaultAudienceValidation()
                    .build();
            for (String token : tokens) {
                verifier.process(token);
            }
        }

        assertThat(answers).containsOnly(200);
        assertThat(tokens.stream().map(RotationTest::keyOf).distinct()).hasSize(2);
        bearer(old).get("/api/v1/auth/me").then().statusCode(200);
    }

    private void signInAndLook(String email) {
        while (!isOver.get()) {
            var login = login(email, PASSWORD);
            answers.add(login.statusCode());
            String token = login.path("accessToken");
            tokens.add(token);
            answers.add(bearer(token).get("/api/v1/auth/me").statusCode());
        }
    }

    /** As a Secret changes: each file at once, and the other one a moment later. */
    private static void exchange() throws IOException {
        Path former = FOLDER.resolve("former.pem");
        Files.copy(CURRENT, former, StandardCopyOption.REPLACE_EXISTING);
        Files.move(NEXT, CURRENT, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.move(former, NEXT, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> published() {
        return get("/.well-known/jwks.json").path("keys.kid");
    }

    private static String keyOf(String token) {
        String head = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        return head.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    }

    /** Keys that only this test changes, and a short lead. */
    public static class WithFilesOfItsOwn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Files.deleteIfExists(NEXT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "cloudshop.auth.signing-key-file",
                    CURRENT.toString(),
                    "cloudshop.auth.next-signing-key-file",
                    NEXT.toString(),
                    "cloudshop.auth.signing-key-check-interval",
                    "1s",
                    "cloudshop.auth.signing-key-lead",
                    "2s");
        }
    }
}
