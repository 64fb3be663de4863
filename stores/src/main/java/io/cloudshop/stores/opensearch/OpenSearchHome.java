package io.cloudshop.stores.opensearch;

import io.cloudshop.stores.Versions;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the OpenSearch distribution that the build of this module unpacked. */
public final class OpenSearchHome {

    private static final Path UNPACKED = Path.of("stores/target/opensearch/opensearch-" + Versions.OPENSEARCH);

    private OpenSearchHome() {}

    /** The distribution for the tests of any module: named by the build, or else in the checkout around here. */
    public static Path find() {
        String configured = System.getProperty("cloudshop.opensearch.home");
        if (configured != null) {
            return existing(Path.of(configured));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(UNPACKED))) {
                return at.resolve(UNPACKED);
            }
        }
        return existing(UNPACKED);
    }

    /** The distribution of a checkout. */
    public static Path in(Path checkout) {
        return existing(checkout.resolve(UNPACKED));
    }

    private static Path existing(Path home) {
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new IllegalStateException(
                    "There is no OpenSearch in " + home + ": build it with `mvn package -pl stores`.");
        }
        return home;
    }
}
