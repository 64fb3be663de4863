package io.cloudshop.products.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** A kind of picture that is taken. Told by its first bytes: what the sender calls it decides nothing. */
enum PictureFormat {
    PNG(25_000_000, PngChunks::requireWhole, "89504E470D0A1A0A") {
        @Override
        ImageReader reader() {
            return ImageIO.getImageReadersByFormatName("png").next();
        }
    },
    JPEG(25_000_000, JpegMarkers::requireWhole, "FFD8FF") {
        @Override
        ImageReader reader() {
            return ImageIO.getImageReadersByFormatName("jpeg").next();
        }
    },
    /** Its decoder is Java alone, slower by far, and holds the whole picture. */
    WEBP(4_000_000, WebpChunks::requireWhole, "52494646........57454250") {
        @Override
        ImageReader reader() throws IOException {
            return new WebPImageReaderSpi().createReaderInstance();
        }
    };

    private static final int BYTES = 12;

    private final long mostPixels;
    private final Consumer<ByteBuffer> check;
    private final String beginning;

    /** @param beginning in hexadecimal, with a dot for any digit */
    PictureFormat(long mostPixels, Consumer<ByteBuffer> check, String beginning) {
        this.mostPixels = mostPixels;
        this.check = check;
        this.beginning = beginning;
    }

    static PictureFormat of(byte[] file) {
        String start = HexFormat.of().withUpperCase().formatHex(file, 0, Math.min(file.length, BYTES));
        return Arrays.stream(values())
                .filter(format -> start.matches(format.beginning + ".*"))
                .findFirst()
                .orElseThrow(() -> Unfit.because("must be a PNG, JPEG or WebP"));
    }

    long mostPixels() {
        return mostPixels;
    }

    /** Refuses what is cut short, moves, or would have the decoder do more than the size says. */
    void requireWhole(byte[] file) {
        check.accept(ByteBuffer.wrap(file));
    }

    abstract ImageReader reader() throws IOException;
}
