package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A threat model promises a test for each defence: a promise that nobody checks is soon about a test that is gone. */
class ThreatModelTest {

    private static final Pattern ROW = Pattern.compile("^\\|(?! threat | asset |---)(.+)\\|$", Pattern.MULTILINE);
    private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");

    @Test
    void every_defence_names_a_test() {
        assertThat(defences())
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        cells -> assertThat(cells).hasSize(3).last().asString().containsPattern("`\\w+(Test|IT)`"));
    }

    @Test
    void every_test_that_is_named_is_there() throws IOException {
        Set<String> tests = testClasses();

        assertThat(TEST_CLASS.matcher(threatModel()).results().map(name -> name.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(tests).contains(name));
    }

    /** The cells of the tables of threats. */
    private static List<List<String>> defences() {
        String threats = threatModel().substring(threatModel().indexOf("## Threats"));
        return ROW.matcher(threats)
                .results()
                .map(MatchResult::group)
                .map(row -> List.of(row.substring(1, row.length() - 1).split("\\|")))
                .toList();
    }

    private static String threatModel() {
        return Repository.text("docs/threat-model.md");
    }

    /** The names of all test classes of all modules. */
    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> modules = Files.list(Repository.root())) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ThreatModelTest::javaFiles)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> javaFiles(Path sources) {
        return Repository.files(Repository.root().relativize(sources).toString()).stream()
                .filter(file -> file.toString().endsWith(".java"));
    }
}
