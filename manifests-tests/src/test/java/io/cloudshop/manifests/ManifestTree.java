package io.cloudshop.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A copy of k8s with secrets of its own, so that rendering neither needs nor touches anybody's real ones. */
final class ManifestTree {

    private static final Path COPY = Repository.root().resolve("system-tests/target/k8s");
    private static final Map<Variation, String> RENDERED = new ConcurrentHashMap<>();
    private static boolean isPrepared;

    private ManifestTree() {}

    /** The manifests of a variation, read anew, so that a test may change them. */
    static Manifests manifests(Variation variation) {
        return ManifestReader.read(yaml(variation));
    }

    static String yaml(Variation variation) {
        Kustomize.assumeInstalled();
        Assumptions.assumeTrue(
                Tool.isInstalled("openssl") && Tool.isInstalled("gpg"),
                "The Kubernetes manifests are not checked: install openssl and gnupg to make secrets.");
        prepare();
        return RENDERED.computeIfAbsent(variation, ManifestTree::render);
    }

    /** The monitors of an environment for the namespace of Prometheus. */
    static String monitors(String environment) {
        Kustomize.assumeInstalled();
        prepare();
        return Kustomize.render(COPY.resolve("monitors").resolve(environment));
    }

    /** What Velero is told. */
    static String velero() {
        Kustomize.assumeInstalled();
        prepare();
        return Kustomize.render(COPY.resolve("velero"));
    }

    /** What {@code kubectl apply -k k8s} would apply. */
    static String whole() {
        Kustomize.assumeInstalled();
        prepare();
        return Kustomize.render(COPY);
    }

    /** An overlay without the Secrets, which are applied on their own. */
    static String overlay(String name) {
        Kustomize.assumeInstalled();
        prepare();
        return Kustomize.render(COPY.resolve("overlays").resolve(name));
    }

    private static String render(Variation variation) {
        String objects = Kustomize.render(stacked(variation));
        return variation.hasPlainSecrets()
                ? objects + "---\n" + Kustomize.render(COPY.resolve("secrets").resolve(variation.overlay()))
                : objects;
    }

    /** A kustomization such as a user would write: an overlay, and components on top. */
    private static Path stacked(Variation variation) {
        Path overlay = COPY.resolve("overlays").resolve(variation.overlay());
        if (variation.components().isEmpty()) {
            return overlay;
        }
        Path folder = COPY.resolve("stacked").resolve(variation.toString().replaceAll("[^a-z-]+", "_"));
        String components = variation.components().stream()
                .map(name -> "  - ../../components/" + name + "\n")
                .collect(Collectors.joining());
        String kustomization = """
                namespace: cloudshop-%1$s
                resources:
                  - ../../overlays/%1$s
                components:
                %2$slabels:
                  - includeTemplates: true
                    pairs:
                      app.kubernetes.io/instance: cloudshop-%1$s
                """;
        write(folder.resolve("kustomization.yaml"), kustomization.formatted(variation.overlay(), components));
        return folder;
    }

    private static synchronized void prepare() {
        if (isPrepared) {
            return;
        }
        for (Path file : Repository.files("k8s")) {
            copy(file, COPY.resolve(Repository.root().resolve("k8s").relativize(file)));
        }
        Stream.of("dev", "staging", "prod").forEach(ManifestTree::makeSecrets);
        isPrepared = true;
    }

    private static void makeSecrets(String environment) {
        Path folder = COPY.resolve("secrets").resolve(environment);
        Tool.run(COPY, "bash", "secrets/make.sh", environment, folder.toString());
    }

    private static void copy(Path file, Path target) {
        if (file.startsWith(Repository.root().resolve("k8s/secrets"))
                && !file.toString().endsWith(".sh")) {
            return;
        }
        write(target, Repository.text(file));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
