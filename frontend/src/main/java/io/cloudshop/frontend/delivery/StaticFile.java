package io.cloudshop.frontend.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.impl.MimeMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the page, ready to send. Immutable.
 *
 * @param type its media type
 * @param compressed what the build has made of it, the smallest first, by content coding
 * @param etag a weak entity tag (RFC 9110, 8.8.3): compressed or not, it is the same file
 */
record StaticFile(String type, Buffer content, SequencedMap<String, Buffer> compressed, String etag) {

    private static final int ENOUGH_OF_A_HASH = 16;
    private static final List<String> CODINGS = List.of("br", "gzip");
    private static final Map<String, String> ENDINGS = Map.of("br", ".br", "gzip", ".gz");

    /**
     * Reads a file from the class path.
     *
     * @param path as in the address, beginning with a slash
     */
    static Optional<StaticFile> read(String path) {
        // A folder is a resource too.
        boolean isFile = path.substring(path.lastIndexOf('/')).contains(".");
        return isFile ? resource(path).map(content -> of(path, content)) : Optional.empty();
    }

    /** The same with another text, which is compressed here and now. */
    StaticFile rewritten(UnaryOperator<String> edit) {
        byte[] text = edit.apply(content.toString()).getBytes(StandardCharsets.UTF_8);
        SequencedMap<String, Buffer> smaller = new LinkedHashMap<>();
        smaller.put("gzip", Buffer.buffer(gzipped(text)));
        return new StaticFile(type, Buffer.buffer(text), smaller, "W/\"" + hash(text) + "\"");
    }

    private static byte[] gzipped(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static Optional<byte[]> resource(String path) {
        String resource = "META-INF/resources" + path;
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    private static StaticFile of(String path, byte[] content) {
        SequencedMap<String, Buffer> compressed = new LinkedHashMap<>();
        CODINGS.forEach(coding -> resource(path + ENDINGS.get(coding))
                .ifPresent(smaller -> compressed.put(coding, Buffer.buffer(smaller))));
        String type = path.endsWith(".webmanifest")
                ? "application/manifest+json"
                : Optional.ofNullable(MimeMapping.getMimeTypeForFilename(path)).orElse("application/octet-stream");
        boolean isText = type.startsWith("text/") || type.endsWith("javascript") || type.endsWith("xml");
        return new StaticFile(
                isText ? type + ";charset=UTF-8" : type,
                Buffer.buffer(content),
                compressed,
                "W/\"" + hash(content) + "\"");
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, ENOUGH_OF_A_HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
