package io.cloudshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.system.shop.Command;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git on Windows gives text CR at the end of each line, and a script with those does not start in any container. */
class CheckoutOnWindowsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_IN_GIT =
            Set.of(".git", "target", "node_modules", "dist", ".quinoa", ".cloudshop", "generated");
    private static final Pattern PICTURE = Pattern.compile("\\.(png|webp)$");
    private static final byte CR = '\r';

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        copyTo(origin());
        git(origin(), "init", "--quiet", ".");
        git(origin(), "-c", "core.autocrlf=false", "add", "--all");
        git(origin(), "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=all");
    }

    @Test
    void every_file_of_a_clone_has_the_bytes_that_were_committed() throws Exception {
        Path clone = folder.resolve("clone");
        git(folder, "clone", "--quiet", "--config", "core.autocrlf=true", origin().toString(), clone.toString());

        assertThat(committed()).hasSizeGreaterThan(500).allSatisfy(file -> assertThat(clone.resolve(file))
                .hasBinaryContent(Files.readAllBytes(ROOT.resolve(file))));
        assertThat(clone.resolve("cloudshop").toFile()).isExecutable();
    }

    @Test
    void no_text_is_committed_with_cr() throws Exception {
        assertThat(committed())
                .filteredOn(file -> !PICTURE.matcher(file).find())
                .allSatisfy(file ->
                        assertThat(Files.readAllBytes(ROOT.resolve(file))).doesNotContain(CR));
    }

    private Path origin() {
        return folder.resolve("origin");
    }

    private List<String> committed() {
        return git(origin(), "ls-files").lines().toList();
    }

    private static String git(Path directory, String... arguments) {
        List<String> line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(arguments));
        // The machine's own settings would decide instead of the repository's.
        Map<String, String> environment = Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1");
        Command.Result result = Command.run(directory, environment, Duration.ofMinutes(1), line);
        assertThat(result.status()).as(result.output()).isZero();
        return result.output();
    }

    private static void copyTo(Path target) throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (NOT_IN_GIT.contains(directory.getFileName().toString()) && !directory.equals(ROOT)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target.resolve(ROOT.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.copy(file, target.resolve(ROOT.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
