package io.cloudshop.images.jib;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a build of images was asked for, as Maven passes it on.
 *
 * @param base the image below everything
 * @param registry where images go and what their names begin with, such as {@code ghcr.io}; may be empty
 * @param group the first part of the images' names
 * @param version the first tag
 * @param revision the Git commit, the second tag; empty outside a checkout
 * @param created the time in the images: that of the sources, so that a commit has one digest
 * @param isPushed whether the images go to the registry rather than into a tar file
 * @param isInsecure whether the registry may speak HTTP or have a certificate that nobody knows
 */
record Settings(
        Path checkout,
        String base,
        String registry,
        String group,
        String version,
        Optional<String> revision,
        Instant created,
        boolean isPushed,
        boolean isInsecure,
        boolean isTrained,
        Optional<String> username,
        Optional<String> password) {

    static Settings ofMaven() {
        return new Settings(
                Path.of(text("checkout")),
                text("base"),
                text("registry"),
                text("group"),
                text("version"),
                Revision.of(Path.of(text("checkout"))),
                Instant.parse(text("created")),
                Boolean.parseBoolean(text("push")),
                Boolean.parseBoolean(text("insecure")),
                Boolean.parseBoolean(text("aot")),
                variable("CLOUDSHOP_REGISTRY_USERNAME"),
                variable("CLOUDSHOP_REGISTRY_PASSWORD"));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Settings[registry=" + registry + ", version=" + version + ", isPushed=" + isPushed + "]";
    }

    String repository(String service) {
        return (registry.isEmpty() ? "" : registry + "/") + group + "/" + service;
    }

    List<String> tags() {
        return Stream.concat(Stream.of(version), revision.stream()).toList();
    }

    /** Not arguments: these stand in the list of processes. An unset Maven property arrives as its own name. */
    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank() && !value.startsWith("${"));
    }

    private static String text(String name) {
        return System.getProperty("image." + name, "").strip();
    }
}
