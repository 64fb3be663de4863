package io.cloudshop.auth.keys;

import static io.restassured.RestAssured.get;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The folder with the key files of a service that rotates, as its operators change it. A short lead. */
public class KeyFolder implements QuarkusTestProfile {

    public static final int LEAD_SECONDS = 2;

    private static final Path FOLDER = Path.of("target", "rotated-keys").toAbsolutePath();
    private static final Path CURRENT = FOLDER.resolve("current.pem");
    private static final Path NEXT = FOLDER.resolve("next.pem");

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
                LEAD_SECONDS + "s");
    }

    /** Puts a new key where the next one belongs; gives its id. */
    public static String announceKey() throws IOException {
        Path draft = Files.writeString(FOLDER.resolve("draft.pem"), newKey());
        Files.move(draft, NEXT, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return idOf(NEXT);
    }

    /** As a Secret changes: each file at once, and the other one a moment later. */
    static void exchange() throws IOException {
        Path former = FOLDER.resolve("former.pem");
        Files.copy(CURRENT, former, StandardCopyOption.REPLACE_EXISTING);
        Files.move(NEXT, CURRENT, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.move(former, NEXT, StandardCopyOption.ATOMIC_MOVE);
    }

    /** After whatever happened before: the key that signs is that of the signing key file, and there is no other one. */
    public static void settle(String signing) throws IOException {
        if (Files.exists(NEXT) && idOf(NEXT).equals(signing)) {
            Files.move(NEXT, CURRENT, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(NEXT);
    }

    public static List<String> published() {
        return get("/.well-known/jwks.json").path("keys.kid");
    }

    /** Who signed a token. */
    public static String keyOf(String token) {
        String head = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        return head.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    }

    private static String idOf(Path file) throws IOException {
        return SigningKey.fromPem(Files.readString(file)).id();
    }

    private static String newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return SigningKey.toPem(
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
