package io.cloudshop.products.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A picture as the shop serves it, called by what is in it: another picture has another address. Its bytes belong to it.
 *
 * @param hash SHA-256 of the content in small hexadecimal digits
 */
public record Picture(String hash, String mediaType, int width, int height, byte[] content) {

    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";

    /** The most that one may have. */
    static final int MOST_BYTES = 512 * 1024;

    private static final String PATH = "/api/v1/pictures/";

    static Picture of(String mediaType, int width, int height, byte[] content) {
        return new Picture(sha256(content), mediaType, width, height, content);
    }

    /** Where it is served; the database says the same. */
    public String address() {
        return PATH + hash + (mediaType.equals(PNG) ? ".png" : ".jpg");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
