package io.cloudshop.products.picture;

import io.cloudshop.defaults.problem.DomainException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads files of which nothing is known but that they are short. What it holds of one is bounded, whatever the file says: of a
 * picture that would need more, every second or third pixel is read.
 */
final class PictureDecoder {

    private static final int LONGEST_SIDE = 10_000;

    /** Bytes: a photograph of 13 megapixels. */
    private static final long MOST_HELD = 40_000_000;

    static {
        // Before any other class of AWT asks: there is no screen here, even where one is connected.
        System.setProperty("java.awt.headless", "true");
    }

    private PictureDecoder() {}

    /** Upright; 422 for what is no picture, is too large or is damaged. */
    static BufferedImage decode(byte[] file, int mostSide) {
        PictureFormat format = PictureFormat.of(file);
        try {
            format.requireWhole(file);
            Orientation orientation =
                    format == PictureFormat.JPEG ? JpegMarkers.orientation(file) : Orientation.UPRIGHT;
            return PictureCanvas.fitted(read(format, file), orientation, mostSide);
        } catch (DomainException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw Unfit.because("cannot be read as " + format + ": damaged, or of an unusual kind", broken);
        }
    }

    private static BufferedImage read(PictureFormat format, byte[] file) throws IOException {
        ImageReader reader = format.reader();
        try (ImageInputStream in = new PatientInput(file)) {
            reader.setInput(in, false, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            requireSize(format, width, height);
            ImageReadParam how = reader.getDefaultReadParam();
            int step = step(reader.getImageTypes(0).next(), width, height);
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static void requireSize(PictureFormat format, int width, int height) {
        if (width < 1 || height < 1 || Math.max(width, height) > LONGEST_SIDE) {
            throw Unfit.because("must have sides of at most " + LONGEST_SIDE + " pixels");
        }
        if ((long) width * height > format.mostPixels()) {
            throw Unfit.because("must have at most " + format.mostPixels() / 1_000_000 + " megapixels as " + format);
        }
    }

    private static int step(ImageTypeSpecifier type, int width, int height) {
        int bits = type.getNumBands()
                * DataBuffer.getDataTypeSize(type.getSampleModel().getDataType());
        int step = 1;
        while ((long) Math.ceilDiv(width, step) * Math.ceilDiv(height, step) * bits / Byte.SIZE > MOST_HELD) {
            step++;
        }
        return step;
    }
}
