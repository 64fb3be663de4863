package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.manifests.KyvernoPolicy.Registry;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** k8s/components/policies: what they let in and what they refuse. */
class PoliciesTest {

    private static final String DIGEST = "@sha256:" + "0a".repeat(32);
    private static final String OURS = "ghcr.io/cloudshop/orders-api" + DIGEST;
    private static final String WORKFLOW = "https://github.com/cloudshop/cloudshop/.github/workflows/release.yml@";
    private static final Registry EMPTY = new Registry(Set.of(), Set.of());

    static Stream<KyvernoCases.Case> cases() {
        return KyvernoCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_pod_fares_as_kyvernos_own_test_says(KyvernoCases.Case asked) {
        assertThat(refusals(asked.policy(), asked.pod(), EMPTY)).hasSize(asked.isLetIn() ? 0 : 1);
    }

    /** Signatures are in a registry that no test of Kyverno's has. */
    @Test
    void every_policy_but_the_one_of_signatures_has_a_test_of_kyvernos_own() {
        Manifests manifests = ManifestTree.manifests(Variation.of("prod", "policies"));
        List<String> policies = manifests.custom("NamespacedValidatingPolicy").stream()
                .map(Manifests::nameOf)
                .toList();

        for (boolean isLetIn : List.of(true, false)) {
            assertThat(cases().filter(it -> it.isLetIn() == isLetIn).map(KyvernoCases.Case::policy))
                    .as("let in: %s", isLetIn)
                    .containsAll(policies);
        }
    }

    @Test
    void our_image_is_let_in_when_it_is_signed_and_attested() {
        assertThat(refusals("signed-images", pod(OURS), new Registry(Set.of(OURS), Set.of(OURS))))
                .isEmpty();
        assertThat(refusals("signed-images", pod(OURS), new Registry(Set.of(), Set.of(OURS))))
                .containsExactly("An image of CloudShop is not signed by its release workflow.");
        assertThat(refusals("signed-images", pod(OURS), new Registry(Set.of(OURS), Set.of())))
                .containsExactly("An image of CloudShop has no attested CycloneDX SBOM.");
        assertThat(refusals("signed-images", pod(OURS), EMPTY)).hasSize(2);
    }

    @Test
    void an_unsigned_container_beside_a_signed_one_is_refused() {
        Pod pod = pod(OURS);
        pod.getSpec().setInitContainers(List.of(container("ghcr.io/cloudshop/migration" + DIGEST)));

        assertThat(refusals("signed-images", pod, new Registry(Set.of(OURS), Set.of(OURS))))
                .hasSize(2);
    }

    @Test
    void others_images_need_no_signature_unless_they_pose_as_a_service() {
        Pod pod = pod("docker.io/library/redis" + DIGEST);
        assertThat(refusals("signed-images", pod, EMPTY)).isEmpty();

        pod.getMetadata().setLabels(Map.of("app.kubernetes.io/name", "orders-api"));
        assertThat(refusals("signed-images", pod, EMPTY))
                .containsExactly("A pod with the name of one of CloudShop's services must run an image of CloudShop.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {WORKFLOW + "refs/heads/main", WORKFLOW + "refs/tags/v1.2.3", WORKFLOW + "refs/tags/v1.2.3-rc.1"})
    void the_pipeline_may_sign(String identity) {
        assertThat(identity).matches(trusted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WORKFLOW + "refs/pull/7/merge",
                WORKFLOW + "refs/heads/main-with-a-surprise",
                WORKFLOW + "refs/tags/latest",
                "https://github.com/cloudshop/other/.github/workflows/release.yml@refs/heads/main",
                "https://github.com/mallory/cloudshop/.github/workflows/release.yml@refs/heads/main",
                "https://githubXcom/cloudshop/cloudshop/.github/workflows/release.yml@refs/heads/main",
                "https://mallory.example/https://github.com/cloudshop/cloudshop/.github/workflows/a.yml@refs/heads/main"
            })
    void nobody_else_may(String identity) {
        assertThat(identity).doesNotMatch(trusted());
    }

    @Test
    void a_policy_that_does_not_cover_the_environment_is_noticed() {
        Manifests manifests = ManifestReader.read(ManifestTree.yaml(Variation.of("prod", "policies"))
                .replace("glob: ghcr.io/cloudshop/*", "glob: ghcr.io/shop/*"));
        GenericKubernetesResource pinned = policy(manifests, "pinned-images");
        pinned.<List<String>>get("spec", "validationActions").set(0, "Audit");
        List<Map<String, List<String>>> rules = pinned.get("spec", "matchConstraints", "resourceRules");
        rules.getFirst().put("operations", List.of("UPDATE"));

        assertThat(new PoliciesCover().problems(manifests))
                .contains(
                        "NamespacedValidatingPolicy/pinned-images: does not deny",
                        "NamespacedValidatingPolicy/pinned-images: does not look at pods",
                        "NamespacedImageValidatingPolicy/signed-images: no signature asked of ghcr.io/cloudshop/orders-api:0.1.0");
    }

    @Test
    void a_policy_that_would_keep_our_own_pods_out_is_noticed() {
        Manifests manifests = ManifestTree.manifests(Variation.of("prod", "policies"));
        manifests
                .get(Deployment.class, "orders-api")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .setImage("registry.example.com/cloudshop/orders-api");

        assertThat(new PoliciesCover().problems(manifests))
                .anyMatch(problem -> problem.contains("pinned-images: refuses Deployment/orders-api"))
                .anyMatch(problem -> problem.contains("signed-images: refuses Deployment/orders-api"));
    }

    private static List<String> refusals(String policy, Pod pod, Registry registry) {
        Manifests manifests = ManifestTree.manifests(Variation.of("prod", "policies"));
        return new KyvernoPolicy(policy(manifests, policy)).refusals(pod, registry);
    }

    /** Of whom a signature counts; Kyverno searches for it, so it must be anchored itself. */
    private static String trusted() {
        Manifests manifests = ManifestTree.manifests(Variation.of("prod", "policies"));
        List<Map<String, Map<String, Map<String, List<Map<String, String>>>>>> attestors =
                policy(manifests, "signed-images").get("spec", "attestors");
        String expression = attestors
                .getFirst()
                .get("cosign")
                .get("keyless")
                .get("identities")
                .getFirst()
                .get("subjectRegExp");
        assertThat(expression).startsWith("^").endsWith("$");
        return expression;
    }

    private static GenericKubernetesResource policy(Manifests manifests, String name) {
        return manifests.objects().stream()
                .filter(object -> Manifests.nameOf(object).equals(name))
                .map(GenericKubernetesResource.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Pod pod(String image) {
        Pod pod = new Pod();
        pod.setMetadata(new ObjectMeta());
        pod.setSpec(new PodSpec());
        pod.getSpec().setContainers(new ArrayList<>(List.of(container(image))));
        return pod;
    }

    private static Container container(String image) {
        Map<String, Quantity> some = Map.of("cpu", new Quantity("1"), "memory", new Quantity("1Gi"));
        Container container = new Container();
        container.setImage(image);
        container.setResources(new ResourceRequirements());
        container.getResources().setRequests(some);
        container.getResources().setLimits(some);
        return container;
    }
}
