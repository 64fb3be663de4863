package io.cloudshop.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A body that no address which reads JSON may take, and what it is refused with.
 *
 * @param mediaType its Content-Type, null for none
 * @param coding its Content-Encoding, null for none
 */
public record HostileBody(String what, String mediaType, String coding, byte[] bytes, int status, String problem) {

    private static final String JSON = "application/json";
    private static final int DEEP = 100_000;
    private static final int LONG = 900_000;
    private static final int BOMB = 64 * 1024 * 1024;

    @Override
    public String toString() {
        return what;
    }

    /** What it says of itself. */
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        if (mediaType != null) {
            headers.put("Content-Type", mediaType);
        }
        if (coding != null) {
            headers.put("Content-Encoding", coding);
        }
        return headers;
    }

    /** All of them, made of a body that would be taken. */
    public static List<HostileBody> spoiling(GoodBody good) {
        List<HostileBody> all = new ArrayList<>();
        depths(good).forEach(all::add);
        numbers(good).forEach(all::add);
        names(good).forEach(all::add);
        texts(good).forEach(all::add);
        shapes(good).forEach(all::add);
        encodings(good).forEach(all::add);
        codings(good).forEach(all::add);
        mediaTypes(good).forEach(all::add);
        return all;
    }

    private static Stream<HostileBody> depths(GoodBody good) {
        String arrays = "[".repeat(DEEP);
        String objects = "{\"a\":".repeat(DEEP);
        return Stream.of(
                malformed("arrays without an end", arrays),
                malformed("arrays in arrays", arrays + "]".repeat(DEEP)),
                malformed("objects without an end", objects),
                malformed("objects in objects", objects + "1" + "}".repeat(DEEP)),
                malformed("arrays in a text", good.with(good.text(), arrays + "]".repeat(DEEP))),
                malformed("objects in a number", good.with(good.number(), objects + "1" + "}".repeat(DEEP))),
                malformed("arrays in a field of no meaning", good.and("xyzzy", arrays + "]".repeat(DEEP))));
    }

    private static Stream<HostileBody> numbers(GoodBody good) {
        return Stream.of("9".repeat(LONG), "0." + "3".repeat(LONG), "1e999999999", "-1e-999999999", "NaN", "0x1F", "01")
                .map(number -> malformed(
                        "the number " + number.substring(0, Math.min(12, number.length())),
                        good.with(good.number(), number)));
    }

    private static Stream<HostileBody> names(GoodBody good) {
        return Stream.of(
                malformed("a name without an end", "{\"" + "n".repeat(LONG)),
                malformed("a long name", good.and("n".repeat(LONG), "1")),
                malformed("a name that is not in the contract", good.and("__proto__", "{}")),
                malformed("a member twice", good.twice(good.text())),
                malformed("a number twice", good.twice(good.number())));
    }

    private static Stream<HostileBody> texts(GoodBody good) {
        return Stream.of(
                invalid("an escaped U+0000", good.with(good.text(), "\"a\\u0000b\"")),
                malformed("a bare U+0000", good.with(good.text(), "\"a\0b\"")),
                malformed("a bare line feed", good.with(good.text(), "\"a\nb\"")),
                invalid("half a pair", good.with(good.text(), "\"a\\ud800b\"")),
                invalid("the other half", good.with(good.text(), "\"a\\udc00b\"")),
                invalid("halves in the wrong order", good.with(good.text(), "\"\\udc00\\ud800\"")),
                malformed("an escape that is none", good.with(good.text(), "\"a\\x41b\"")));
    }

    private static Stream<HostileBody> shapes(GoodBody good) {
        return Stream.of(
                malformed("nothing", ""),
                malformed("a space", " "),
                malformed("null", "null"),
                malformed("a text", "\"text\""),
                malformed("a number", "1"),
                malformed("an array", "[]"),
                malformed("it in an array", "[" + good.json() + "]"),
                malformed("it in a text", "\"" + good.json().replace("\"", "\\\"") + "\""),
                malformed("two objects", "{}{}"),
                malformed("it twice", good.json() + good.json()),
                malformed("it and a U+0000", good.json() + "\0"),
                malformed(
                        "it without its end",
                        good.json().substring(0, good.json().length() - 1)),
                malformed("a comment", good.json() + "// and more"),
                malformed("XML that claims to be JSON", "<order xmlns=\"urn:x\"/>"),
                malformed("a form that claims to be JSON", "text=1&number=2"),
                new HostileBody("a mebibyte of spaces", JSON, null, ascii(" ".repeat(2_000_000)), 413, "too-large"));
    }

    private static Stream<HostileBody> encodings(GoodBody good) {
        return Stream.of(
                malformed("a byte that UTF-8 never has", latin1(good.with(good.text(), "\"a\u00ffb\""))),
                malformed("half a character", latin1(good.with(good.text(), "\"a\u00c3\""))),
                malformed("ISO 8859-1", latin1(good.with(good.text(), "\"\u00e9t\u00e9\""))),
                malformed("an overlong slash", latin1(good.with(good.text(), "\"a\u00c0\u00afb\""))),
                malformed(
                        "an overlong slash of three bytes", latin1(good.with(good.text(), "\"a\u00e0\u0080\u00afb\""))),
                malformed("an overlong U+0000", latin1(good.with(good.text(), "\"a\u00c0\u0080b\""))),
                malformed("a surrogate in UTF-8", latin1(good.with(good.text(), "\"a\u00ed\u00a0\u0080b\""))),
                malformed("a character beyond Unicode", latin1(good.with(good.text(), "\"\u00f4\u0090\u0080\u0080\""))),
                malformed("UTF-16 with its mark", good.json().getBytes(StandardCharsets.UTF_16)),
                malformed("UTF-16 without a mark", good.json().getBytes(StandardCharsets.UTF_16LE)),
                malformed("UTF-32", good.json().getBytes(StandardCharsets.UTF_32BE)));
    }

    private static Stream<HostileBody> codings(GoodBody good) {
        byte[] json = utf8(good.json());
        return Stream.of(
                coded("a compressed body", "gzip", gzip(json)),
                coded("64 MiB of zeros, compressed", "gzip", gzip(new byte[BOMB])),
                coded("what is said to be compressed", "gzip", json),
                coded("deflate", "deflate", json),
                coded("Brotli", "br", json),
                coded("Zstandard", "zstd", json),
                coded("compressed twice", "gzip, gzip", gzip(gzip(json))),
                coded("a coding nobody knows", "xyzzy", json),
                malformed("compressed without a word", gzip(json)));
    }

    private static Stream<HostileBody> mediaTypes(GoodBody good) {
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
        byte[] json = utf8(good.json());
        return Stream.of(
                new HostileBody("no media type", null, null, json, 415, "unsupported-media-type"),
                typed("application/x-www-form-urlencoded", ascii("a=1&b=2")),
                typed(
                        "multipart/form-data; boundary=x",
                        ascii("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n")),
                typed("multipart/form-data", ascii("--x--")),
                typed("application/xml", ascii(entity)),
                typed("text/xml", ascii(entity)),
                typed("application/x-java-serialized-object", serialized()),
                malformed("a serialized object that claims to be JSON", serialized()),
                malformed("an external entity that claims to be JSON", entity),
                typed("application/yaml", ascii("a: !!javax.script.ScriptEngineManager []")),
                typed("application/octet-stream", json),
                typed("text/plain", json),
                typed("text/json", json),
                typed("application", json),
                typed("application/", json),
                typed("/json", json),
                typed(";", json),
                typed("application/json/x", json),
                typed("application/json, text/plain", json));
    }

    private static HostileBody malformed(String what, String json) {
        return malformed(what, utf8(json));
    }

    private static HostileBody malformed(String what, byte[] bytes) {
        return new HostileBody(what, JSON, null, bytes, 400, "malformed");
    }

    private static HostileBody invalid(String what, String json) {
        return new HostileBody(what, JSON, null, utf8(json), 422, "invalid");
    }

    private static HostileBody coded(String what, String coding, byte[] bytes) {
        return new HostileBody(what, JSON, coding, bytes, 415, "unsupported-media-type");
    }

    private static HostileBody typed(String mediaType, byte[] bytes) {
        return new HostileBody(mediaType, mediaType, null, bytes, 415, "unsupported-media-type");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Each character is the byte of its number. */
    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    /** The head of a stream of Java objects, with a class that it asks to be loaded. */
    private static byte[] serialized() {
        return latin1("\u00ac\u00ed\0\5sr\0\u0011java.util.HashMap\5\7\u00da\u00c1\u00c3\u0016`\u00d1\3\0\0xp");
    }
}
