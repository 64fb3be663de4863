package io.cloudshop.localstack.opensearch;

import io.cloudshop.localstack.Versions;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the OpenSearch distribution that the build of this module unpacked. */
public final class OpenSearchHome {

    private OpenSearchHome() {}

    /** The directory named by the system property, or the one in the checkout around the working directory. */
    public static Path find() {
        String configured = System.getProperty("cloudshop.opensearch.home");
        if (configured != null) {
            return existing(Path.of(configured));
        }
        Path unpacked = Path.of("local-stack/target/opensearch/opensearch-" + Versions.OPENSEARCH);
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(unpacked))) {
                return at.resolve(unpacked);
            }
        }
        return existing(unpacked);
    }

    private static Path existing(Path home) {
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new IllegalStateException(
                    "There is no OpenSearch in " + home + ": build it with `mvn package -pl local-stack`.");
        }
        return home;
    }
}
