package io.cloudshop.products.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as every browser reads them: as PNG what is transparent, as JPEG all else. The same picture gives the same bytes. */
final class PictureEncoder {

    private static final float QUALITY = 0.85f;
    private static final double SMALLER = 0.75;

    private PictureEncoder() {}

    /** Smaller than it is, should it need more bytes. */
    static Picture encode(BufferedImage picture) {
        boolean transparent = isTransparent(picture);
        BufferedImage current = transparent ? picture : PictureCanvas.opaque(picture);
        byte[] content = transparent ? png(current) : jpeg(current);
        while (content.length > Picture.MOST_BYTES) {
            current = PictureCanvas.scaled(current, SMALLER);
            content = transparent ? png(current) : jpeg(current);
        }
        return Picture.of(transparent ? Picture.PNG : Picture.JPEG, current.getWidth(), current.getHeight(), content);
    }

    private static boolean isTransparent(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return false;
        }
        int width = picture.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            if (Arrays.stream(row).anyMatch(pixel -> pixel >>> 24 != 0xFF)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] png(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        return written(picture, writer, writer.getDefaultWriteParam());
    }

    private static byte[] jpeg(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        return written(picture, writer, how);
    }

    private static byte[] written(BufferedImage picture, ImageWriter writer, ImageWriteParam how) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(content)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return content.toByteArray();
    }
}
