package io.cloudshop.manifests;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.Yaml;

/** The chart that {@code helm/make.sh} makes, rendered by Helm's own engine. */
final class HelmChart {

    private static final Path FOLDER = Repository.root().resolve("manifests-tests/target/helm/cloudshop");
    private static boolean isMade;

    private HelmChart() {}

    /** What a release into this namespace consists of; Helm's complaint as an exception. */
    static String render(String namespace, String values) {
        make();
        try {
            Path file = Files.createTempFile("values", ".yaml");
            Files.writeString(file, values);
            String rendered = new Helm(FOLDER)
                    .template()
                    .withName("cloudshop")
                    .withNamespace(namespace)
                    .withKubeVersion("1.34.0")
                    .withValuesFile(file)
                    .call();
            Files.delete(file);
            return rendered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LintResult lint() {
        make();
        return new Helm(FOLDER).lint().strict().call();
    }

    static String file(String name) {
        make();
        return Repository.text(FOLDER.resolve(name));
    }

    /** The objects in a text, by kind and name. */
    static Map<String, Object> objects(String yaml) {
        Map<String, Object> objects = new TreeMap<>();
        for (Object document : new Yaml().loadAll(yaml)) {
            if (document instanceof Map<?, ?> object) {
                String title = object.get("kind") + "/" + ((Map<?, ?>) object.get("metadata")).get("name");
                if (objects.put(title, object) != null) {
                    throw new IllegalStateException("twice: " + title);
                }
            }
        }
        return objects;
    }

    private static synchronized void make() {
        if (!isMade) {
            Kustomize.assumeInstalled();
            Assumptions.assumeFalse(
                    System.getProperty("os.name").equals("Linux")
                            && System.getProperty("os.arch").equals("aarch64"),
                    "The Helm chart is not checked: there is no Helm library for Linux on ARM.");
            Tool.run(Repository.root(), "bash", "helm/make.sh", FOLDER.toString());
            isMade = true;
        }
    }
}
