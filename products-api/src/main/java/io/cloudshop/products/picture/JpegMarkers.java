package io.cloudshop.products.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The markers of a JPEG (ITU-T T.81, annex B), and which way up its camera was held (Exif 2.3, tag 274). */
final class JpegMarkers {

    /** A progressive picture has about ten. Each goes over the whole picture, however little is in it. */
    private static final int MOST_SCANS = 100;

    private static final int SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ENTRY = 12;
    private static final int ORIENTATION = 0x0112;

    private JpegMarkers() {}

    /** Inside of what a scan encodes these markers cannot be. Thumbnails have their own, and come first. */
    static void requireWhole(ByteBuffer file) {
        int scans = 0;
        boolean open = false;
        for (int at = 0; at + 1 < file.capacity(); at++) {
            if ((file.get(at) & 0xFF) != 0xFF) {
                continue;
            }
            int marker = file.get(at + 1) & 0xFF;
            if (marker == SCAN) {
                scans++;
                open = true;
            } else if (marker == END) {
                open = false;
            }
        }
        if (scans > MOST_SCANS) {
            throw Unfit.because("has too many scans");
        }
        if (open || scans == 0) {
            throw Unfit.because("ends before it is complete");
        }
    }

    /** Upright where the file says nothing that can be understood. */
    static Orientation orientation(byte[] file) {
        try {
            int at = 2;
            while ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) != SCAN) {
                int length = ByteBuffer.wrap(file).getShort(at + 2) & 0xFFFF;
                if ((file[at + 1] & 0xFF) == EXIF_SEGMENT && isExif(file, at + 4)) {
                    return orientation(ByteBuffer.wrap(file, at + 4 + EXIF.length, length - 2 - EXIF.length)
                            .slice());
                }
                at += 2 + Math.max(2, length);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return Orientation.UPRIGHT;
        }
        return Orientation.UPRIGHT;
    }

    private static boolean isExif(byte[] file, int at) {
        return Arrays.equals(file, at, at + EXIF.length, EXIF, 0, EXIF.length);
    }

    private static Orientation orientation(ByteBuffer exif) {
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = exif.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (exif.getShort(entry) == ORIENTATION) {
                return Orientation.of(exif.getShort(entry + 8));
            }
        }
        return Orientation.UPRIGHT;
    }
}
