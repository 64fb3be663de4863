package io.cloudshop.products.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentLanguageTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    -     | -                                    | ENGLISH
                    -     | fr                                   | FRENCH
                    -     | fr-CA, fr;q=0.9, en;q=0.8           | FRENCH
                    -     | FR-ch                                | FRENCH
                    -     | en-GB, fr;q=0.9                      | ENGLISH
                    -     | de, fr;q=0.5, en;q=0.4               | FRENCH
                    -     | de                                   | ENGLISH
                    -     | *                                    | ENGLISH
                    -     | fr;q=0, en                           | ENGLISH
                    -     | ;;;q=x,,                             | ENGLISH
                    -     | fr; q=oops                           | ENGLISH
                    fr    | en                                   | FRENCH
                    en    | fr                                   | ENGLISH
                    fr-BE | -                                    | FRENCH
                    de    | fr                                   | ENGLISH
                    ''    | fr                                   | FRENCH
                    !!    | fr                                   | ENGLISH
                    """)
    void the_parameter_wins_over_the_header_and_english_is_what_is_left(
            String lang, String accepted, ContentLanguage expected) {
        assertThat(ContentLanguage.of(lang, accepted)).isEqualTo(expected);
    }

    @Test
    void a_header_without_end_is_not_read() {
        assertThat(ContentLanguage.of(null, "fr," + "de;q=0.1,".repeat(10_000) + "en"))
                .isEqualTo(ContentLanguage.ENGLISH);
    }
}
