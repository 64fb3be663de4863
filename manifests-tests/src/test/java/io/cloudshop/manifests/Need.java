package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a pod asks for, under the names of a ResourceQuota. */
record Need(BigDecimal cpuRequest, BigDecimal memoryRequest, BigDecimal cpuLimit, BigDecimal memoryLimit) {

    static final Need NOTHING = new Need(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** As the scheduler counts: what runs together is added, what runs before it counts where it is more. */
    static Need of(PodSpec spec) {
        Need running = sum(spec.getContainers());
        return spec.getInitContainers().stream().map(Need::of).reduce(running, Need::most);
    }

    /** Of a field of an operator's own kind. */
    static Need ofResources(Map<String, Map<String, String>> resources) {
        Map<String, String> requests = resources.get("requests");
        Map<String, String> limits = resources.get("limits");
        return new Need(
                amount(Quantity.parse(requests.get("cpu"))),
                amount(Quantity.parse(requests.get("memory"))),
                amount(Quantity.parse(limits.get("cpu"))),
                amount(Quantity.parse(limits.get("memory"))));
    }

    Map<String, BigDecimal> byQuotaName() {
        return Map.of(
                "requests.cpu", cpuRequest,
                "requests.memory", memoryRequest,
                "limits.cpu", cpuLimit,
                "limits.memory", memoryLimit);
    }

    Need plus(Need other) {
        return new Need(
                cpuRequest.add(other.cpuRequest),
                memoryRequest.add(other.memoryRequest),
                cpuLimit.add(other.cpuLimit),
                memoryLimit.add(other.memoryLimit));
    }

    Need times(int count) {
        BigDecimal factor = BigDecimal.valueOf(count);
        return new Need(
                cpuRequest.multiply(factor),
                memoryRequest.multiply(factor),
                cpuLimit.multiply(factor),
                memoryLimit.multiply(factor));
    }

    /** In cores or bytes. */
    static BigDecimal amount(Quantity quantity) {
        return quantity == null ? BigDecimal.ZERO : Quantity.getAmountInBytes(quantity);
    }

    private static Need sum(List<Container> containers) {
        return containers.stream().map(Need::of).reduce(NOTHING, Need::plus);
    }

    private static Need of(Container container) {
        ResourceRequirements resources = container.getResources();
        return resources == null
                ? NOTHING
                : new Need(
                        amount(resources.getRequests().get("cpu")),
                        amount(resources.getRequests().get("memory")),
                        amount(resources.getLimits().get("cpu")),
                        amount(resources.getLimits().get("memory")));
    }

    private Need most(Need other) {
        return new Need(
                cpuRequest.max(other.cpuRequest),
                memoryRequest.max(other.memoryRequest),
                cpuLimit.max(other.cpuLimit),
                memoryLimit.max(other.memoryLimit));
    }
}
