package io.cloudshop.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedJarTest {

    @TempDir
    Path folder;

    private final JoinedJar joined = new JoinedJar();

    @Test
    void the_first_jar_with_a_class_wins() throws IOException {
        joined.add(jar("transformed.jar", Map.of("shop/Order.class", "transformed")));
        joined.add(jar("original.jar", Map.of("shop/Order.class", "original", "shop/Cart.class", "cart")));

        assertThat(content()).containsEntry("shop/Order.class", "transformed").containsEntry("shop/Cart.class", "cart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/services/shop.Plugin", "META-INF/microprofile-config.properties"})
    void what_is_read_from_all_jars_is_kept_of_all(String name) throws IOException {
        joined.add(jar("first.jar", Map.of(name, "shop.First")));
        joined.add(jar("second.jar", Map.of(name, "shop.Second")));

        assertThat(content().get(name)).hasLineCount(2).contains("shop.First", "shop.Second");
    }

    @Test
    void a_multi_release_jar_gives_what_this_jdk_would_load() throws IOException {
        joined.add(multiRelease(Map.of(
                "shop/Clock.class", "for Java 8",
                "META-INF/versions/11/shop/Clock.class", "for Java 11",
                "META-INF/versions/99/shop/Clock.class", "for Java 99")));

        assertThat(content()).containsEntry("shop/Clock.class", "for Java 11").hasSize(1);
    }

    @Test
    void two_versions_of_one_resource_are_refused() throws IOException {
        joined.add(jar("first.jar", Map.of("shop.properties", "a=1")));
        Path second = jar("second.jar", Map.of("shop.properties", "a=2"));

        assertThatThrownBy(() -> joined.add(second))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("second.jar has another shop.properties");
    }

    @Test
    void equal_resources_are_one() throws IOException {
        joined.add(jar("first.jar", Map.of("shop.properties", "a=1")));
        joined.add(jar("second.jar", Map.of("shop.properties", "a=1")));

        assertThat(content()).containsExactly(Map.entry("shop.properties", "a=1"));
    }

    @Test
    void licences_are_kept_and_signatures_are_not() throws IOException {
        joined.add(jar("first.jar", Map.of("META-INF/LICENSE.txt", "MIT", "META-INF/SIGNER.SF", "x")));
        joined.add(jar("second.jar", Map.of("META-INF/LICENSE.txt", "Apache-2.0")));

        assertThat(content())
                .containsOnly(
                        Map.entry("META-INF/licences/first.jar/LICENSE.txt", "MIT"),
                        Map.entry("META-INF/licences/second.jar/LICENSE.txt", "Apache-2.0"));
    }

    @Test
    void a_scanner_finds_every_library() throws IOException {
        String own = "META-INF/maven/org.shop/cart/pom.properties";
        joined.add(jar("cart.jar", Map.of(own, "version=1")));
        Path list = Files.writeString(folder.resolve("list"), "org.shop:cart::jar:2\norg.shop:order:linux:jar:3\n");

        Dependency.listedIn(list).forEach(joined::identify);

        assertThat(content())
                .containsEntry(own, "version=1")
                .containsEntry(
                        "META-INF/maven/org.shop/order/pom.properties",
                        "groupId=org.shop\nartifactId=order\nversion=3\n");
    }

    @Test
    void equal_jars_give_equal_bytes_at_any_time() throws IOException {
        joined.add(jar("one.jar", Map.of("a.class", "a", "b.class", "b", "c.class", "c")));

        assertThat(write("first")).hasSameBinaryContentAs(write("second"));
        try (JarFile jar = new JarFile(write("third").toFile())) {
            assertThat(jar.stream())
                    .extracting(entry -> entry.getTimeLocal().getYear())
                    .containsOnly(1980);
        }
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> all = new HashMap<>();
        try (JarFile jar = new JarFile(write("joined.jar").toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                all.put(entry.getName(), new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(all).containsKey(JarFile.MANIFEST_NAME);
        all.remove(JarFile.MANIFEST_NAME);
        return all;
    }

    private Path write(String name) throws IOException {
        Path target = folder.resolve("out").resolve(name);
        joined.write(target, manifest());
        return target;
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        return jar(name, manifest(), entries);
    }

    private Path multiRelease(Map<String, String> entries) throws IOException {
        Manifest manifest = manifest();
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        return jar("multi-release.jar", manifest, entries);
    }

    private Path jar(String name, Manifest manifest, Map<String, String> entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }
}
