package io.cloudshop.products.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as administrators have them, and as nobody should. */
public final class PictureFiles {

    public static final int RED = 0xFFFF0000;
    public static final int BLUE = 0xFF0000FF;
    public static final byte[] SVG =
            "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                    .getBytes(StandardCharsets.UTF_8);

    private static final int PNG_HEADER_END = 33;

    private PictureFiles() {}

    /** Red on the left and blue on the right; the files among the resources, too, forty wide and twenty high. */
    public static BufferedImage halves(int width, int height, int left) {
        BufferedImage picture = new BufferedImage(
                width, height, left >>> 24 == 0xFF ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, x < width / 2 ? left : BLUE);
            }
        }
        return picture;
    }

    public static byte[] png(BufferedImage picture) {
        return written(picture, "png");
    }

    public static byte[] jpeg(BufferedImage picture) {
        return written(picture, "jpeg");
    }

    public static byte[] resource(String name) {
        try (InputStream file = PictureFiles.class.getResourceAsStream("/pictures/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage shown(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG that says it is so large, and has next to nothing in it. */
    public static byte[] pngOfSize(int width, int height) {
        byte[] file = png(halves(2, 2, RED));
        ByteBuffer header = ByteBuffer.wrap(file);
        header.putInt(16, width).putInt(20, height);
        CRC32 checksum = new CRC32();
        checksum.update(file, 12, 17);
        header.putInt(29, (int) checksum.getValue());
        return file;
    }

    /** A PNG that has frames, as browsers understand it. */
    public static byte[] animatedPng() {
        return inserted(png(halves(2, 2, RED)), PNG_HEADER_END, chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}));
    }

    /** A JPEG with a segment such as cameras write, right at its beginning. */
    public static byte[] jpegWith(BufferedImage picture, int marker, byte[] segment) {
        ByteBuffer whole = ByteBuffer.allocate(4 + segment.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (segment.length + 2))
                .put(segment);
        return inserted(jpeg(picture), 2, whole.array());
    }

    /** What a camera says that was held in such a way. */
    public static byte[] exif(int orientation) {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] typed = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .array();
        CRC32 checksum = new CRC32();
        checksum.update(typed);
        return ByteBuffer.allocate(8 + typed.length)
                .putInt(content.length)
                .put(typed)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, at)
                .put(more)
                .put(file, at, file.length - at)
                .array();
    }

    private static byte[] written(BufferedImage picture, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
