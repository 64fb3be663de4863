package io.cloudshop.images;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Many jars of a class path as one, with the same answers: before {@code main} the JVM looks at each jar, and each look
 * for a resource goes through all of them. What two jars have is the first one's, as on the class path; what is looked
 * for in all jars at once is put together. Of a multi-release jar it holds what is for the running JDK. Equal jars give
 * equal bytes. Not thread-safe.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/25/docs/specs/jar/jar.html">JAR file specification</a>
 */
final class JoinedJar {

    /** What only builds read, and what says something about the jar that it was in. */
    private static final Pattern UNUSED = Pattern.compile("(META-INF/versions/.*/)?module-info\\.class"
            + "|META-INF/(MANIFEST\\.MF|INDEX\\.LIST|[^/]*\\.(SF|RSA|DSA|EC)|versions/.*)"
            + "|META-INF/(maven/.*/pom\\.xml|beans\\.xml|jandex\\.idx|quarkus-(config|extension|javadoc).*)"
            + "|META-INF/hibernate-search/logging-categories\\.yaml|OSGI-INF/.*");

    private static final Pattern IN_ALL_JARS =
            Pattern.compile("META-INF/(services/[^/]+|(microprofile-config|io\\.netty\\.versions)\\.properties)");
    private static final Pattern LICENCE =
            Pattern.compile("(?i)META-INF/(LICEN[CS]E|NOTICE|DEPENDENCIES|COPYRIGHT)[^/]*");
    private static final Pattern FIRST_WINS = Pattern.compile(".*(\\.class|/|/pom\\.properties)");

    /** The first that a zip file can say. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> entries = new TreeMap<>();

    /**
     * Adds a jar behind those that are here.
     *
     * @throws IllegalStateException if it holds another version of a resource that is here, and nothing says which counts
     */
    void add(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            for (JarEntry entry : jar.versionedStream().toList()) {
                if (!UNUSED.matcher(entry.getName()).matches()) {
                    add(file, entry.getName(), jar.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private void add(Path file, String name, byte[] content) {
        if (LICENCE.matcher(name).matches()) {
            entries.put(name.replaceFirst("/", "/licences/" + file.getFileName() + "/"), content);
            return;
        }
        byte[] here = entries.putIfAbsent(name, content);
        if (here == null) {
            return;
        }
        if (IN_ALL_JARS.matcher(name).matches()) {
            entries.put(name, lines(here, content));
        } else if (!FIRST_WINS.matcher(name).matches() && !Arrays.equals(here, content)) {
            throw new IllegalStateException(file.getFileName() + " has another " + name
                    + " than a jar before it: say in JoinedJar whether nobody reads it or all of it counts.");
        }
    }

    /** Adds what scanners for known weaknesses look for, if the jar did not bring it. */
    void identify(Dependency dependency) {
        String name = String.format(
                Locale.ROOT, "META-INF/maven/%s/%s/pom.properties", dependency.group(), dependency.artifact());
        String text = String.format(
                Locale.ROOT,
                "groupId=%s\nartifactId=%s\nversion=%s\n",
                dependency.group(),
                dependency.artifact(),
                dependency.version());
        entries.putIfAbsent(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(Path target, Manifest manifest) throws IOException {
        Files.createDirectories(target.getParent());
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            manifest.write(bytes);
            write(jar, JarFile.MANIFEST_NAME, bytes.toByteArray());
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                write(jar, entry.getKey(), entry.getValue());
            }
        }
        Files.setLastModifiedTime(target, FileTime.from(Stage.TIME));
    }

    private static void write(ZipOutputStream jar, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }

    private static byte[] lines(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.write('\n');
        both.writeBytes(second);
        return both.toByteArray();
    }
}
