package io.cloudshop.system.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.Yaml;

/** What {@code k8s/base} says of a service. */
public final class CommittedDeployment {

    private static final Path BASE = Path.of(System.getProperty("cloudshop.root"), "k8s/base");

    private CommittedDeployment() {}

    /** The pods of a service. */
    public static PodSpec podOf(String service) {
        Path file = BASE.resolve(service).resolve("deployment.yaml");
        try (Reader reader = Files.newBufferedReader(file)) {
            return new ObjectMapper()
                    .convertValue(new Yaml().load(reader), Deployment.class)
                    .getSpec()
                    .getTemplate()
                    .getSpec();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
