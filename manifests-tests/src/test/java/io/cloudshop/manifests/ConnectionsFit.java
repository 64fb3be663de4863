package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL has a connection for every one that the services' pools may open, at their autoscalers' maximum. */
final class ConnectionsFit implements Check {

    private static final String POOL_SIZE = "QUARKUS_DATASOURCE_JDBC_MAX_SIZE";
    private static final String OPTION = "--max_connections=";
    /** What PostgreSQL keeps for administrators, its replicas and its operator. */
    private static final int RESERVED = 10;

    @Override
    public List<String> problems(Manifests manifests) {
        int needed = RESERVED
                + manifests.podSets().stream()
                        .mapToInt(pods -> pods.most() * poolSize(pods, manifests))
                        .sum();
        return Stream.concat(ofStatefulSet(manifests), ofCluster(manifests))
                .filter(allowed -> allowed < needed)
                .map(allowed -> "PostgreSQL takes %d connections, the services may open %d".formatted(allowed, needed))
                .toList();
    }

    private static int poolSize(PodSet pods, Manifests manifests) {
        return pods.containers().stream()
                .flatMap(container -> container.getEnvFrom().stream())
                .map(source -> source.getConfigMapRef().getName())
                .flatMap(name -> manifests.find(ConfigMap.class, name).stream())
                .flatMap(map -> Optional.ofNullable(map.getData().get(POOL_SIZE)).stream())
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static Stream<Integer> ofStatefulSet(Manifests manifests) {
        return manifests.find(StatefulSet.class, "postgresql").stream()
                .flatMap(set -> set.getSpec().getTemplate().getSpec().getContainers().stream())
                .map(Container::getArgs)
                .flatMap(List::stream)
                .filter(argument -> argument.startsWith(OPTION))
                .map(argument -> Integer.valueOf(argument.substring(OPTION.length())));
    }

    private static Stream<Integer> ofCluster(Manifests manifests) {
        return manifests.custom("Cluster").stream()
                .map(cluster -> cluster.<Map<String, String>>get("spec", "postgresql", "parameters"))
                .map(parameters -> Integer.valueOf(parameters.get("max_connections")));
    }
}
