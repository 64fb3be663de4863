package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What Argo CD is told: one Application an environment, allowed what the environments have, in waves that make sense. */
class ArgoCdTest {

    private static final String WAVE = "argocd.argoproj.io/sync-wave";
    private static final Set<String> OF_THE_WHOLE_CLUSTER = Set.of("Namespace", "PriorityClass");

    @BeforeAll
    static void needsKustomize() {
        Kustomize.assumeInstalled();
    }

    @ParameterizedTest
    @CsvSource({"dev, true", "staging, true", "prod, false"})
    void an_environment_is_one_application_and_only_prod_waits_for_a_person(String environment, boolean isAutomated) {
        Map<?, ?> application = argo("cloudshop-" + environment);

        assertThat(application.get("kind")).isEqualTo("Application");
        assertThat(at(application, "spec", "source", "path")).isEqualTo("k8s/overlays/" + environment);
        assertThat(at(application, "spec", "source", "kustomize", "components"))
                .isEqualTo(List.of("../../components/sync-waves"));
        assertThat(at(application, "spec", "destination", "namespace")).isEqualTo("cloudshop-" + environment);
        assertThat(at(application, "spec", "syncPolicy", "automated"))
                .isEqualTo(isAutomated ? Map.of("enabled", true, "prune", true, "selfHeal", true) : null);
        assertThat(at(application, "spec", "ignoreDifferences").toString()).contains("Deployment", "/spec/replicas");
    }

    @Test
    void the_project_reaches_the_three_environments_and_this_repository() {
        Map<?, ?> project = argo("cloudshop");

        assertThat(((List<?>) at(project, "spec", "destinations"))
                        .stream().map(destination -> String.valueOf(((Map<?, ?>) destination).get("namespace"))))
                .containsExactly("cloudshop-dev", "cloudshop-staging", "cloudshop-prod");
        assertThat((List<?>) at(project, "spec", "sourceRepos")).hasSize(1).allSatisfy(repository -> {
            for (String environment : List.of("dev", "staging", "prod")) {
                assertThat(at(argo("cloudshop-" + environment), "spec", "source", "repoURL"))
                        .isEqualTo(repository);
            }
        });
    }

    /** No kind less, or a sync fails; none more, or the project allows what nobody needs. Secrets are never Git's. */
    @Test
    void the_project_allows_the_kinds_that_environments_can_have() {
        Set<String> allowed = kinds("namespaceResourceWhitelist");
        allowed.addAll(kinds("clusterResourceWhitelist"));

        Set<String> rendered = Variation.all()
                .map(ManifestTree::yaml)
                .flatMap(ArgoCdTest::documents)
                .map(ArgoCdTest::kind)
                .collect(Collectors.toCollection(TreeSet::new));
        rendered.remove("Secret");
        assertThat(allowed).isEqualTo(rendered);
        assertThat(kinds("clusterResourceWhitelist"))
                .allMatch(kind -> OF_THE_WHOLE_CLUSTER.stream().anyMatch(kind::endsWith));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void services_wait_for_stores_and_the_edge_for_services(String environment) {
        Map<String, Set<Integer>> waves = documents(
                        ManifestTree.yaml(Variation.of(environment, "policies", "sync-waves")))
                .collect(Collectors.toMap(
                        object -> String.valueOf(object.get("kind")),
                        object -> new HashSet<>(Set.of(wave(object))),
                        (one, other) -> {
                            one.addAll(other);
                            return one;
                        }));

        assertThat(waves.get("NamespacedValidatingPolicy")).containsOnly(-1);
        assertThat(waves.get("StatefulSet")).containsOnly(0);
        assertThat(waves.getOrDefault("Cluster", Set.of(0))).containsOnly(0);
        assertThat(waves.get("Deployment")).containsOnly(1);
        assertThat(waves.get("HorizontalPodAutoscaler")).containsOnly(1);
        assertThat(waves.get("HTTPRoute")).containsOnly(2);
    }

    private static Set<String> kinds(String list) {
        return ((List<?>) at(argo("cloudshop"), "spec", list))
                .stream()
                        .map(entry -> (Map<?, ?>) entry)
                        .map(entry -> entry.get("group").equals("")
                                ? entry.get("kind")
                                : entry.get("group") + "/" + entry.get("kind"))
                        .map(String::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kind(Map<?, ?> object) {
        String version = String.valueOf(object.get("apiVersion"));
        int group = version.indexOf('/');
        return group < 0 ? String.valueOf(object.get("kind")) : version.substring(0, group) + "/" + object.get("kind");
    }

    private static int wave(Map<?, ?> object) {
        return at(object, "metadata", "annotations") instanceof Map<?, ?> annotations && annotations.containsKey(WAVE)
                ? Integer.parseInt((String) annotations.get(WAVE))
                : 0;
    }

    private static Map<?, ?> argo(String name) {
        return documents(Kustomize.render(Repository.root().resolve("k8s/argocd")))
                .filter(object -> name.equals(at(object, "metadata", "name")))
                .findFirst()
                .orElseThrow();
    }

    private static Object at(Map<?, ?> object, String... path) {
        Object found = object;
        for (String key : path) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found;
    }

    private static Stream<Map<?, ?>> documents(String yaml) {
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .<Map<?, ?>>map(document -> (Map<?, ?>) document);
    }
}
