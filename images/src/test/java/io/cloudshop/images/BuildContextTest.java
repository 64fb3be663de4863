package io.cloudshop.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the Dockerfile may read is listed; without a module's POM Maven reads none of the others. */
class BuildContextTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void every_module_reaches_the_build_of_the_images() throws IOException {
        List<String> context = Files.readAllLines(ROOT.resolve(".dockerignore"));

        List<String> modules = Pattern.compile("<module>(.*)</module>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();

        assertThat(modules).isNotEmpty().allSatisfy(module -> assertThat(context)
                .containsAnyOf("!" + module, "!" + module + "/pom.xml"));
    }
}
