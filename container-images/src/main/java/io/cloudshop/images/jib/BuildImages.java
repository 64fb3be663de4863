package io.cloudshop.images.jib;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import io.cloudshop.images.JavaRuntime;
import io.cloudshop.images.Services;
import io.cloudshop.images.Stage;
import io.cloudshop.images.StageServices;
import io.cloudshop.images.training.TrainingRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Command: builds the images of all services with Jib, without a Docker daemon, and pushes them or writes each to {@code
 * <service>/target/jib-image.tar}. The digest is in {@code jib-image.digest} beside it.
 */
public final class BuildImages {

    private static final String SOURCE = "https://github.com/cloudshop/cloudshop";
    private static final List<String> ENTRY_POINT = List.of(
            "/opt/java/bin/java", "@/opt/cloudshop/java.options", "@/app/aot.options", "-jar", "/app/quarkus-run.jar");
    private static final Map<String, Integer> PORTS = Map.of(
            "auth-service", 8081, "products-api", 8082, "orders-api", 8083, "api-gateway", 8080, "frontend", 3000);
    private static final int MANAGEMENT_PORT = 9000;

    private final Settings settings;

    private BuildImages(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        new BuildImages(Settings.ofMaven()).run();
    }

    private void run() throws Exception {
        // Whoever calls a registry insecure means that: Jib would hold the password back on plain HTTP.
        System.setProperty("sendCredentialsOverHttp", String.valueOf(settings.isInsecure()));
        Path module = settings.checkout().resolve("container-images");
        Path image = module.resolve("src/main/image");
        Path stages = module.resolve("target/stages");
        Path java = JavaRuntime.link(image, module.resolve("target/java"));
        StageServices.main(new String[] {settings.checkout().toString(), stages.toString()});
        if (settings.isTrained()) {
            TrainingRun.main(new String[] {
                settings.checkout().toString(),
                stages.toString(),
                java.toString(),
                image.resolve("java.options").toString()
            });
        }
        for (String service : Services.ALL) {
            build(service, java, stages);
        }
    }

    private void build(String service, Path java, Path stages) throws Exception {
        Path target = settings.checkout().resolve(service).resolve("target");
        JibContainerBuilder builder = Jib.from(registryImage(settings.base()))
                .setFileEntriesLayers(Layers.of(java, stages.resolve("runtime"), new Stage(stages.resolve(service))))
                // A tar file in the older format, which `docker load` of any engine understands.
                .setFormat(settings.isPushed() ? ImageFormat.OCI : ImageFormat.Docker)
                .setCreationTime(settings.created())
                .setUser("65532:65532")
                .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
                .setEntrypoint(ENTRY_POINT)
                .setExposedPorts(Port.tcp(PORTS.get(service)), Port.tcp(MANAGEMENT_PORT))
                .setLabels(labels(service));
        Containerizer destination =
                destination(service, target).setToolName("cloudshop").setAllowInsecureRegistries(settings.isInsecure());
        settings.tags().forEach(destination::withAdditionalTag);

        JibContainer container = builder.containerize(destination);

        Files.writeString(
                target.resolve("jib-image.digest"), container.getDigest().toString());
        System.out.println(settings.repository(service) + "@" + container.getDigest() + " tags " + settings.tags());
    }

    private Containerizer destination(String service, Path target) throws Exception {
        String name = settings.repository(service) + ":" + settings.version();
        return settings.isPushed()
                ? Containerizer.to(registryImage(name))
                : Containerizer.to(TarImage.at(target.resolve("jib-image.tar")).named(name));
    }

    /** With the given user and password for our registry, else what Docker's configuration knows, else as nobody. */
    private RegistryImage registryImage(String name) throws Exception {
        ImageReference reference = ImageReference.parse(name);
        RegistryImage image = RegistryImage.named(reference);
        if (settings.username().isPresent() && reference.getRegistry().equals(settings.registry())) {
            return image.addCredential(
                    settings.username().get(), settings.password().orElse(""));
        }
        CredentialRetrieverFactory known = CredentialRetrieverFactory.forImage(reference, event -> {});
        return image.addCredentialRetriever(known.dockerConfig())
                .addCredentialRetriever(known.wellKnownCredentialHelpers());
    }

    private Map<String, String> labels(String service) {
        String prefix = "org.opencontainers.image.";
        // Sorted: the order is part of the digest.
        return new TreeMap<>(Map.of(
                prefix + "title",
                "CloudShop " + service,
                prefix + "source",
                SOURCE,
                prefix + "licenses",
                "Apache-2.0",
                prefix + "version",
                settings.version(),
                prefix + "revision",
                settings.revision().orElse("unknown")));
    }
}
