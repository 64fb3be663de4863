package io.cloudshop.defaults.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8StreamTest {

    private static final String TEXT = "{\"text\": \"Zo\u00eb \u2013 \u96fb\u706f \ud83e\ude94\"}";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1_000_000})
    void text_is_read_as_it_is_however_it_comes(int piece) throws IOException {
        byte[] bytes = TEXT.repeat(500).getBytes(StandardCharsets.UTF_8);

        assertThat(new Utf8Stream(inPieces(bytes, piece)).readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void a_byte_at_a_time_is_the_same() throws IOException {
        InputStream text = utf8("\u00eb");

        assertThat(text.read()).isEqualTo(0xC3);
        assertThat(text.read()).isEqualTo(0xAB);
        assertThat(text.read()).isEqualTo(-1);
    }

    /** Each character is a byte: an overlong slash, half a surrogate pair, beyond Unicode, never in UTF-8, begun twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u00c0\u00afb",
                "a\u00e0\u0080\u00afb",
                "a\u00ed\u00a0\u0080b",
                "a\u00f4\u0090\u0080\u0080b",
                "a\u00ffb",
                "a\u00c3\u00c3b",
                "a\0b"
            })
    void what_is_not_utf8_is_not_read(String bytes) {
        for (int piece = 1; piece <= 6; piece++) {
            InputStream text = new Utf8Stream(inPieces(bytes.getBytes(StandardCharsets.ISO_8859_1), piece));

            assertThatThrownBy(text::readAllBytes).isInstanceOf(CharacterCodingException.class);
        }
    }

    @Test
    void a_character_has_to_be_complete() {
        InputStream text = new Utf8Stream(new ByteArrayInputStream(new byte[] {'a', (byte) 0xE2, (byte) 0x82}));

        assertThatThrownBy(text::readAllBytes).isInstanceOf(CharacterCodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void other_encodings_of_unicode_are_not_read(String encoding) {
        InputStream text = new Utf8Stream(new ByteArrayInputStream(TEXT.getBytes(Charset.forName(encoding))));

        assertThatThrownBy(text::readAllBytes).isInstanceOf(CharacterCodingException.class);
    }

    private static InputStream utf8(String text) {
        return new Utf8Stream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream inPieces(byte[] bytes, int piece) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, piece));
            }
        };
    }
}
