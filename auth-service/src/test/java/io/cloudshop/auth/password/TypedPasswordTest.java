package io.cloudshop.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedPasswordTest {

    @ParameterizedTest
    @CsvSource({"a, 1", "\uD83D\uDE00, 1", "e\u0301, 1", "\uFB03, 3", "\u1112\u1161\u11AB, 1"})
    void what_a_reader_takes_for_a_character_counts_once_however_it_is_encoded(String typed, int length) {
        assertThat(TypedPassword.of(typed).length()).isEqualTo(length);
        assertThat(TypedPassword.of(typed.repeat(40)).length()).isEqualTo(40 * length);
    }

    @Test
    void the_longest_password_counts_the_same_in_its_longest_spelling() {
        // Four code points for one character, as many as there are for any.
        TypedPassword longest = TypedPassword.of("\u03B1\u0313\u0300\u0345".repeat(PasswordPolicy.MAX_LENGTH));

        assertThat(longest.length()).isEqualTo(PasswordPolicy.MAX_LENGTH);
        assertThat(longest.text())
                .isEqualTo(TypedPassword.of("\u1F82".repeat(PasswordPolicy.MAX_LENGTH))
                        .text());
    }

    @Test
    @Timeout(5)
    void a_megabyte_of_accents_takes_no_time_to_refuse() {
        String accents = "\u0316\u0301".repeat(250_000);

        assertThat(TypedPassword.of(accents).length()).isGreaterThan(PasswordPolicy.MAX_LENGTH);
    }

    @Test
    void a_password_is_never_shown() {
        assertThat(TypedPassword.of("a lamp, a chair and a table").toString()).isEqualTo("***");
    }
}
