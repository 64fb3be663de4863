package io.cloudshop.manifests;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Renders a kustomization, with kustomize or with the one in kubectl. */
final class Kustomize {

    private Kustomize() {}

    static String render(Path folder) {
        return hasKustomize()
                ? Tool.run(folder, "kustomize", "build", ".")
                : Tool.run(folder, "kubectl", "kustomize", ".");
    }

    static void assumeInstalled() {
        Assumptions.assumeTrue(
                hasKustomize() || hasKubectl(),
                "The Kubernetes manifests are not checked: install kustomize 4 or newer, or kubectl 1.21 or newer.");
    }

    private static boolean hasKustomize() {
        return Tool.isInstalled("kustomize") && isRecent("kustomize", "build", "--help");
    }

    private static boolean hasKubectl() {
        return Tool.isInstalled("kubectl") && isRecent("kubectl", "kustomize", "--help");
    }

    /** The first versions with this option are about the first that know components. */
    private static boolean isRecent(String... help) {
        return Tool.tryRun(Path.of("."), help).output().contains("--load-restrictor");
    }
}
