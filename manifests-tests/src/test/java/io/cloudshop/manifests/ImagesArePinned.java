package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every image says its registry and a whole version or a digest; none is the latest of anything. */
final class ImagesArePinned implements Check {

    private static final Pattern PINNED = Pattern.compile(
            "[a-z0-9.-]+\\.[a-z]+/[a-z0-9/._-]+(:v?\\d+\\.\\d+[a-z0-9.-]*|(:[\\w.-]+)?@sha256:[0-9a-f]{64})");

    @Override
    public List<String> problems(Manifests manifests) {
        Stream<String> ours = manifests.podSets().stream()
                .flatMap(pods -> pods.containers().stream())
                .map(Container::getImage);
        Stream<String> operators = Stream.of(
                        images(manifests, "Cluster", "spec", "imageName"),
                        images(manifests, "ChaosExperiment", "spec", "definition", "image"),
                        images(manifests, "ChaosEngine", "spec", "components", "runner", "image"))
                .flatMap(images -> images);
        return Stream.concat(ours, operators)
                .filter(image -> !PINNED.matcher(image).matches())
                .map(image -> image + " is not pinned")
                .toList();
    }

    private static Stream<String> images(Manifests manifests, String kind, Object... path) {
        return manifests.custom(kind).stream().map(object -> object.get(path));
    }
}
