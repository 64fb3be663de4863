package io.cloudshop.defaults.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kü che",
                " Kü che ",
                "Kü  che",
                "Ku\u0308 che",
                "\u00a0Kü\u00a0che\u3000",
                "Kü\u2009\u2003che\n",
                "K\u200bü che",
                "\ufeffKü che",
                "Kü \u00adche",
                "Kü \u200b che"
            })
    void what_looks_the_same_is_the_same(String typed) {
        assertThat(TypedText.line(typed)).isEqualTo("Kü che");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\u200d\u200e", "\u0301", "\ufeff \u2060"})
    void what_nobody_can_see_is_empty(String typed) {
        assertThat(TypedText.line(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fünf\tTöne", "a\nb", "می‌خواهم", "👩‍🚀", "½ m²", "ﬁn", "Ａ"})
    void what_has_a_meaning_stays(String typed) {
        assertThat(TypedText.line(typed)).isEqualTo(typed);
    }

    @Test
    void text_keeps_its_lines() {
        assertThat(TypedText.text(" e\u0301\n  two\r\n")).isEqualTo("é\n  two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lmp-1", " LMP-1 ", "Lmp-1", "l\u200bmp-1\u00a0"})
    void a_code_is_in_capitals(String typed) {
        assertThat(TypedText.code(typed)).isEqualTo("LMP-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"straße", "ınch", "ﬁn"})
    void letters_that_a_code_cannot_have_do_not_become_others(String typed) {
        assertThat(TypedText.code(typed)).isEqualTo(typed);
    }

    @Test
    void nothing_typed_is_nothing() {
        assertThat(TypedText.line(null)).isNull();
        assertThat(TypedText.text(null)).isNull();
        assertThat(TypedText.code(null)).isNull();
    }
}
