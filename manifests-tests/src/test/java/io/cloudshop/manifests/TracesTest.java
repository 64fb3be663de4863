package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All five services are told one collector, which their network policies let them reach; see also {@link Connectivity}. */
class TracesTest {

    private static final String ENDPOINT = "CLOUDSHOP_TRACES_ENDPOINT";
    private static final List<String> SERVICES =
            List.of("auth-service", "products-api", "orders-api", "api-gateway", "frontend");

    @Test
    void the_component_tells_every_service_where_its_spans_go() {
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(configuration(Variation.of("dev", "monitoring", "traces"), service)
                                .getData())
                        .containsEntry(ENDPOINT, "http://opentelemetry-collector.monitoring:4318"));
    }

    @Test
    void without_it_nobody_is_told() {
        assertThat(SERVICES).allSatisfy(service -> assertThat(
                        configuration(Variation.PROD, service).getData())
                .doesNotContainKey(ENDPOINT));
    }

    private static ConfigMap configuration(Variation variation, String service) {
        return ManifestTree.manifests(variation).all(ConfigMap.class).stream()
                .filter(map -> Manifests.nameOf(map).startsWith(service + "-config"))
                .findFirst()
                .orElseThrow();
    }
}
