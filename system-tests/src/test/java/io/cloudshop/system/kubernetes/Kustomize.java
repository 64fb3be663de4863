package io.cloudshop.system.kubernetes;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Renders a kustomization, with kustomize or with the one in kubectl. */
final class Kustomize {

    private Kustomize() {}

    static String render(Path folder) {
        return Tool.isInstalled("kustomize")
                ? Tool.run(folder, "kustomize", "build", ".")
                : Tool.run(folder, "kubectl", "kustomize", ".");
    }

    static void assumeInstalled() {
        Assumptions.assumeTrue(
                Tool.isInstalled("kustomize") || Tool.isInstalled("kubectl"),
                "The Kubernetes manifests are not checked: install kustomize or kubectl to have them rendered.");
    }
}
