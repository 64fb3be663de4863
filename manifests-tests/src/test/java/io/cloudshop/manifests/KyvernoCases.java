package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** What {@code kyverno test} is told of our policies: pods, and whether each is let in. */
final class KyvernoCases {

    private static final String FOLDER = "k8s/components/policies/tests";

    private KyvernoCases() {}

    /** One pod before one policy. */
    record Case(String policy, String title, Pod pod, boolean isLetIn) {

        @Override
        public String toString() {
            return policy + ": " + title;
        }
    }

    static Stream<Case> all() {
        return Repository.files(FOLDER).stream()
                .filter(file -> file.endsWith("kyverno-test.yaml"))
                .flatMap(KyvernoCases::of);
    }

    private static Stream<Case> of(Path test) {
        Map<String, Object> content = new Yaml().load(Repository.text(test));
        Map<String, Pod> pods = KyvernoCases.<String>list(content, "resources").stream()
                .flatMap(file -> pods(test.resolveSibling(file)))
                .collect(Collectors.toMap(KyvernoCases::title, pod -> pod));
        List<Case> cases = KyvernoCases.<Map<String, Object>>list(content, "results").stream()
                .flatMap(result -> KyvernoCases.<String>list(result, "resources").stream()
                        .map(title -> new Case(
                                (String) result.get("policy"),
                                title,
                                pods.get(title),
                                result.get("result").equals("pass"))))
                .toList();
        assertThat(cases.stream().map(Case::title))
                .as("%s: each pod of its files, once", test)
                .containsExactlyInAnyOrderElementsOf(pods.keySet());
        return cases.stream();
    }

    private static Stream<Pod> pods(Path file) {
        ObjectMapper json = new ObjectMapper();
        return StreamSupport.stream(new Yaml().loadAll(Repository.text(file)).spliterator(), false)
                .map(pod -> json.convertValue(pod, Pod.class));
    }

    /** As a result names it. */
    private static String title(Pod pod) {
        return pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Map<String, Object> content, String field) {
        return (List<T>) content.get(field);
    }
}
