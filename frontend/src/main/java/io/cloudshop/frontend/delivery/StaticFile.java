package io.cloudshop.frontend.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.impl.MimeMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file of the page, ready to send. Immutable.
 *
 * @param type its media type
 * @param etag a weak entity tag (RFC 9110, 8.8.3): compressed or not, it is the same file
 */
record StaticFile(String type, Buffer content, String etag) {

    private static final int ENOUGH_OF_A_HASH = 16;

    /**
     * Reads a file from the class path.
     *
     * @param path as in the address, beginning with a slash
     */
    static Optional<StaticFile> read(String path) {
        // A folder is a resource too.
        if (!path.substring(path.lastIndexOf('/')).contains(".")) {
            return Optional.empty();
        }
        String resource = "META-INF/resources" + path;
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(of(path, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    private static StaticFile of(String path, byte[] content) {
        String type =
                Optional.ofNullable(MimeMapping.getMimeTypeForFilename(path)).orElse("application/octet-stream");
        boolean isText = type.startsWith("text/") || type.endsWith("javascript") || type.endsWith("xml");
        return new StaticFile(
                isText ? type + ";charset=UTF-8" : type, Buffer.buffer(content), "W/\"" + hash(content) + "\"");
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
