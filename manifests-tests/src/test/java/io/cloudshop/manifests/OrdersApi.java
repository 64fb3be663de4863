package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;

/** The service whose manifests the tests break, one place at a time, to see each check find it. */
final class OrdersApi {

    static final String SERVICE = "orders-api";

    private OrdersApi() {}

    static Manifests dev() {
        return ManifestTree.manifests(Variation.DEV);
    }

    static Manifests prod() {
        return ManifestTree.manifests(Variation.PROD);
    }

    static PodSpec pod(Manifests manifests) {
        return manifests.get(Deployment.class, SERVICE).getSpec().getTemplate().getSpec();
    }

    static Container container(Manifests manifests) {
        return pod(manifests).getContainers().getFirst();
    }
}
