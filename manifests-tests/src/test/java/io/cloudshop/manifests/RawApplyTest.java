package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Applying the files as they lie there, without an overlay, touches no namespace that anybody has. */
class RawApplyTest {

    private static final String NO_NAMESPACE = "apply-an-overlay";
    private static final List<String> READ_BY_KUBECTL = List.of(".yaml", ".yml", ".json");
    /** Empty or without effect where nothing else of ours is. */
    private static final Set<String> OF_THE_WHOLE_CLUSTER = Set.of("Namespace", "PriorityClass", "GatewayClass");
    /** Kinds for programs on this side of the API server, which knows none of them. */
    private static final List<String> NO_OBJECTS =
            List.of("kustomize.config.k8s.io/", "kind.x-k8s.io/", "cli.kyverno.io/");

    /** {@code kubectl apply -f k8s} ends with kubectl's own "recognized file extensions are". */
    @Test
    void the_folder_itself_holds_no_object() {
        assertThat(read().filter(file ->
                        file.getParent().equals(Repository.root().resolve("k8s"))))
                .isEmpty();
    }

    /** {@code kubectl apply -R -f k8s}: for each object, namespaces "apply-an-overlay" not found. */
    @Test
    void every_object_names_a_namespace_that_does_not_exist() {
        assertThat(objects()).hasSizeGreaterThan(100).allSatisfy(object -> assertThat(namespaceOf(object))
                .as("%s", object)
                .isEqualTo(NO_NAMESPACE));
    }

    @Test
    void nobody_makes_that_namespace() {
        assertThat(read().flatMap(RawApplyTest::documents)
                        .filter(object -> "Namespace".equals(object.get("kind")))
                        .map(object -> String.valueOf(((Map<?, ?>) object.get("metadata")).get("name"))))
                .isNotEmpty()
                .doesNotContain(NO_NAMESPACE);
    }

    @Test
    void apply_with_k_is_dev() {
        assertThat(ManifestTree.whole()).isEqualTo(ManifestTree.overlay("dev")).doesNotContain(NO_NAMESPACE);
    }

    private static List<Map<?, ?>> objects() {
        return read().<Map<?, ?>>flatMap(RawApplyTest::documents)
                .filter(object -> NO_OBJECTS.stream().noneMatch(String.valueOf(object.get("apiVersion"))::startsWith))
                .filter(object -> !OF_THE_WHOLE_CLUSTER.contains(object.get("kind")))
                .toList();
    }

    private static Stream<Path> read() {
        return Repository.files("k8s").stream()
                .filter(file -> !file.startsWith(Repository.root().resolve("k8s/secrets")))
                .filter(file -> READ_BY_KUBECTL.stream().anyMatch(file.toString()::endsWith));
    }

    /** A list is a JSON patch, at which kubectl stops with an error. */
    private static Stream<Map<?, ?>> documents(Path file) {
        return StreamSupport.stream(new Yaml().loadAll(Repository.text(file)).spliterator(), false)
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(document -> (Map<?, ?>) document)
                .filter(document -> document.containsKey("kind"));
    }

    private static Object namespaceOf(Map<?, ?> object) {
        return ((Map<?, ?>) object.get("metadata")).get("namespace");
    }
}
