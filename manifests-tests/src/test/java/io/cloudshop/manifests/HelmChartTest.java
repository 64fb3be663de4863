package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Helm chart is the overlays once more, and its values change what they say and nothing else. */
class HelmChartTest {

    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String REDIS_PASSWORD = "key: password\\s+name: redis\\s";

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void an_environment_is_object_by_object_its_overlay(String environment) {
        Map<String, Object> overlay = HelmChart.objects(ManifestTree.overlay(environment));

        Map<String, Object> chart = HelmChart.objects(HelmChart.render(
                "cloudshop-" + environment, "{environment: " + environment + ", namespace: {create: true}}"));

        assertThat(chart).containsOnlyKeys(overlay.keySet());
        assertSoftly(softly -> overlay.forEach(
                (title, object) -> softly.assertThat(chart.get(title)).as(title).isEqualTo(object)));
    }

    @Test
    void a_namespace_that_helm_needs_before_is_left_alone() {
        Map<String, Object> overlay = HelmChart.objects(ManifestTree.overlay("dev"));
        overlay.remove("Namespace/cloudshop-dev");

        assertThat(HelmChart.objects(HelmChart.render("cloudshop-dev", "{}"))).isEqualTo(overlay);
    }

    @Test
    void a_release_elsewhere_has_its_own_namespace_and_hosts_and_is_as_sound() {
        String release = HelmChart.render("cloudshop-eu", """
                environment: prod
                namespace: {create: true}
                hosts: {shop: buy.acme.test, api: programs.acme.test}
                """);

        assertThat(release)
                .doesNotContain("cloudshop-prod", "shop.example.com", "api.example.com")
                .contains("CLOUDSHOP_SHOP_ORIGIN: https://buy.acme.test", "namespace: cloudshop-eu");
        Manifests manifests = ManifestReader.read(release);
        assertSoftly(softly -> ManifestsTest.CHECKS.forEach(check -> softly.assertThat(check.problems(manifests))
                .as(check.getClass().getSimpleName())
                .isEmpty()));
    }

    @Test
    void images_come_from_elsewhere_and_a_digest_comes_before_a_tag() {
        Manifests manifests = read("""
                environment: prod
                image: {registry: "registry.acme.test:5000/shop", tag: 1.2.3, pullSecrets: [acme]}
                services:
                  orders-api: {image: {digest: "%s"}}
                  frontend: {image: {repository: other.test/page, tag: 4.5.6}}
                """.replace("%s", DIGEST));

        assertThat(image(manifests, "auth-service")).isEqualTo("registry.acme.test:5000/shop/auth-service:1.2.3");
        assertThat(image(manifests, "orders-api")).isEqualTo("registry.acme.test:5000/shop/orders-api:1.2.3@" + DIGEST);
        assertThat(image(manifests, "frontend")).isEqualTo("other.test/page:4.5.6");
        assertThat(manifests.all(Deployment.class)).allSatisfy(deployment -> assertThat(
                        deployment.getSpec().getTemplate().getSpec().getImagePullSecrets())
                .extracting(reference -> reference.getName())
                .containsExactly("acme"));
    }

    @Test
    void replicas_and_resources_of_one_service_change_for_that_one() {
        Manifests before = read("environment: prod");
        Manifests after = read("""
                environment: prod
                services:
                  orders-api:
                    replicas: {min: 5, max: 20}
                    resources: {requests: {cpu: 750m}, limits: {memory: 1Gi}}
                """);

        var autoscaler = after.get(HorizontalPodAutoscaler.class, "orders-api").getSpec();
        assertThat(List.of(autoscaler.getMinReplicas(), autoscaler.getMaxReplicas()))
                .containsExactly(5, 20);
        var resources = container(after, "orders-api").getResources();
        assertThat(resources.getRequests()).hasToString("{cpu=750m, memory=512Mi}");
        assertThat(resources.getLimits()).hasToString("{cpu=1, memory=1Gi}");
        assertThat(after.get(Deployment.class, "products-api")).isEqualTo(before.get(Deployment.class, "products-api"));
        assertThat(after.get(HorizontalPodAutoscaler.class, "products-api"))
                .isEqualTo(before.get(HorizontalPodAutoscaler.class, "products-api"));
    }

    /** A ConfigMap is called by a hash of what the overlay put into it; what is put in here must roll the pods as well. */
    @Test
    void other_settings_roll_the_pods_of_that_service_alone() {
        Manifests manifests = read("services: {orders-api: {settings: {QUARKUS_LOG_LEVEL: DEBUG}}}");

        assertThat(manifests.all(ConfigMap.class).stream()
                        .filter(map -> map.getData().containsKey("QUARKUS_LOG_LEVEL"))
                        .map(map -> Manifests.nameOf(map).replaceAll("-[^-]+$", "")))
                .containsExactly("orders-api-config");
        assertThat(manifests.all(Deployment.class).stream()
                        .filter(deployment -> deployment
                                .getSpec()
                                .getTemplate()
                                .getMetadata()
                                .getAnnotations()
                                .containsKey("checksum/settings"))
                        .map(Manifests::nameOf))
                .containsExactly("orders-api");
    }

    @Test
    void secrets_that_exist_are_read_wherever_the_usual_ones_were_and_no_vault_is_asked() {
        String after = HelmChart.render("cloudshop-prod", """
                environment: prod
                secrets: {redis: acme-redis, auth-signing-keys: acme-keys, postgresql-orders: acme-orders, postgresql-backup: acme-s3}
                """);

        Map<String, Object> objects = HelmChart.objects(after);
        assertThat(objects)
                .doesNotContainKeys("ExternalSecret/redis", "ExternalSecret/postgresql-orders")
                .containsKeys("ExternalSecret/postgresql-auth", "Service/redis-ha", "NetworkPolicy/redis-ha");
        assertThat(after)
                .containsPattern(REDIS_PASSWORD.replace("redis", "acme-redis"))
                .doesNotContainPattern(REDIS_PASSWORD);
        assertThat(after).contains("secretName: acme-keys").doesNotContain("secretName: auth-signing-keys");
        assertThat(objects.get("Cluster/postgresql").toString())
                .contains("passwordSecret={name=acme-orders}", "passwordSecret={name=postgresql-auth}");
        assertThat(objects.get("ObjectStore/postgresql-backup").toString())
                .contains("key=ACCESS_KEY_ID, name=acme-s3", "key=SECRET_ACCESS_KEY, name=acme-s3");
    }

    @Test
    void kinds_that_a_cluster_does_not_know_can_be_left_out() {
        Map<String, Object> all = HelmChart.objects(HelmChart.render("cloudshop-prod", "environment: prod"));

        Map<String, Object> some = HelmChart.objects(HelmChart.render(
                "cloudshop-prod", "{environment: prod, without: [ServiceMonitor, PodMonitor, PrometheusRule]}"));

        all.keySet().removeIf(title -> title.matches("(ServiceMonitor|PodMonitor|PrometheusRule)/.*"));
        assertThat(some).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "environment: nowhere",
                "environments: dev",
                "services: {order-api: {}}",
                "services: {orders-api: {replicas: {min: 1}}}",
                "services: {orders-api: {replicas: {min: 5, max: 3}}}",
                "services: {orders-api: {image: {digest: abc}}}",
                "services: {orders-api: {settings: {QUARKUS_LOG_LEVEL: 1}}}",
                "services: {orders-api: {resources: {requests: {cpus: '1'}}}}",
                "image: {tag: latest}",
                "hosts: {shop: 'https://shop.test'}",
                "secrets: {redis: {password: abc}}"
            })
    void nonsense_is_refused(String values) {
        assertThatThrownBy(() -> HelmChart.render("cloudshop-dev", values))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "(?s).*(don't meet the specifications|has no environment|more replicas at least).*");
    }

    @Test
    void helm_has_nothing_to_say_against_it() {
        LintResult lint = HelmChart.lint();

        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
    }

    @Test
    void its_version_is_that_of_the_pom() {
        assertThat(HelmChart.file("Chart.yaml")).containsPattern("(?m)^version: " + Repository.version() + "$");
        assertThat(HelmChart.file("Chart.yaml")).containsPattern("(?m)^appVersion: " + Repository.version() + "$");
    }

    private static Manifests read(String values) {
        return ManifestReader.read(HelmChart.render("cloudshop-prod", values));
    }

    private static Container container(Manifests manifests, String service) {
        return manifests
                .get(Deployment.class, service)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static String image(Manifests manifests, String service) {
        return container(manifests, service).getImage();
    }
}
