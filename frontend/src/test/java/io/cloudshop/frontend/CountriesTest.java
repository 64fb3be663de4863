package io.cloudshop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page offers the countries that orders-api takes, which are those that the JDK knows. */
class CountriesTest {

    private static final Path LIST = Path.of("src/main/webui/src/addresses/countries.ts");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2}\\b");

    @Test
    void the_page_offers_every_country_of_iso_3166_and_no_other() throws Exception {
        String list = Files.readString(LIST).split("`")[1];

        assertThat(CODE.matcher(list).results().map(MatchResult::group))
                .containsExactlyInAnyOrder(Locale.getISOCountries());
    }
}
