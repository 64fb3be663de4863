package io.cloudshop.products.picture;

import java.nio.ByteBuffer;

/** The chunks of a PNG (ISO 15948, section 5), none of which is decoded here. */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int LENGTH_TYPE_AND_CHECKSUM = 12;
    private static final int END = 0x49454E44; // IEND
    private static final int ANIMATION = 0x6163544C; // acTL

    private PngChunks() {}

    static void requireWhole(ByteBuffer file) {
        long at = SIGNATURE;
        while (true) {
            if (at + LENGTH_TYPE_AND_CHECKSUM > file.capacity()) {
                throw Unfit.because("ends before it is complete");
            }
            int type = file.getInt((int) at + 4);
            if (type == ANIMATION) {
                throw Unfit.because("must not be animated");
            }
            if (type == END) {
                return;
            }
            at += LENGTH_TYPE_AND_CHECKSUM + Integer.toUnsignedLong(file.getInt((int) at));
        }
    }
}
