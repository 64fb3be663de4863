package io.cloudshop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page has a sentence of its own for every kind of error that a service's table adds to the shared ones; for those,
 * the status says enough.
 */
class ProblemSentencesTest {

    private static final Path SHOP = Path.of("..");
    private static final Path LANGUAGES = Path.of("src/main/webui/src/app/i18n");
    private static final Pattern ROW = Pattern.compile("new ProblemType\\(\\s*\"([a-z-]+)\"");
    private static final Pattern SENTENCES =
            Pattern.compile("^ {4}(?:slug|rejection): \\{(.*?)^ {4}}", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern SLUG = Pattern.compile("^ {6}'([a-z-]+)(?:_one|_other)?':", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"en.ts", "fr.ts"})
    void the_page_has_a_sentence_for_every_kind_of_error_and_none_besides(String language) throws IOException {
        String messages = Files.readString(LANGUAGES.resolve(language));
        Set<String> said = SENTENCES
                .matcher(messages)
                .results()
                .flatMap(block -> slugs(SLUG, block.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> told = new TreeSet<>();
        for (Path table : tables()) {
            slugs(ROW, Files.readString(table)).forEach(told::add);
        }

        assertThat(said).isEqualTo(told);
    }

    @Test
    void every_service_has_one_table() throws IOException {
        assertThat(tables())
                .extracting(table -> table.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "AuthProblems.java", "GatewayProblems.java", "OrdersProblems.java", "ProductsProblems.java");
    }

    /** Every file that describes kinds of errors, so that none hides elsewhere; the shared ones are made otherwise. */
    private static Set<Path> tables() throws IOException {
        Set<Path> tables = new TreeSet<>();
        for (String service :
                Set.of("api-gateway", "auth-service", "frontend", "orders-api", "outbox", "products-api")) {
            try (Stream<Path> files = Files.walk(SHOP.resolve(service).resolve("src/main/java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (ROW.matcher(Files.readString(file)).find()) {
                        tables.add(file);
                    }
                }
            }
        }
        return tables;
    }

    private static Stream<String> slugs(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }
}
