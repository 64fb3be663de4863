package io.cloudshop.products.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The chunks of a WebP (RFC 9649, section 2), none of which is decoded here. The decoder believes the first one about the size,
 * and then decodes every picture that follows, of whatever size: so there must be one, of that size.
 */
final class WebpChunks {

    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FOURTEEN_BITS = 0x3FFF;

    private final ByteBuffer file;

    private long canvas = -1;
    private long frame = -1;
    private int transparencies;

    private WebpChunks(ByteBuffer file) {
        this.file = file.order(ByteOrder.LITTLE_ENDIAN);
    }

    static void requireWhole(ByteBuffer file) {
        new WebpChunks(file).read();
    }

    private void read() {
        long end = CHUNK_HEADER + Integer.toUnsignedLong(file.getInt(4));
        if (end > file.capacity()) {
            throw Unfit.because("ends before it is complete");
        }
        long at = HEADER;
        while (at + CHUNK_HEADER <= end) {
            long length = Integer.toUnsignedLong(file.getInt((int) at + 4));
            if (at + CHUNK_HEADER + length > end) {
                throw Unfit.because("ends before it is complete");
            }
            take(type((int) at), (int) at + CHUNK_HEADER);
            at += CHUNK_HEADER + length + length % 2;
        }
        if (frame < 0 || (canvas >= 0 && canvas != frame)) {
            throw Unfit.because("is of another size than it says");
        }
    }

    private void take(String type, int at) {
        switch (type) {
            case "VP8X" -> canvas = size(threeBytes(at + 4) + 1, threeBytes(at + 7) + 1);
            case "VP8 " -> frame(size(file.getShort(at + 6) & FOURTEEN_BITS, file.getShort(at + 8) & FOURTEEN_BITS));
            case "VP8L" -> {
                int bits = file.getInt(at + 1);
                frame(size((bits & FOURTEEN_BITS) + 1, (bits >>> 14 & FOURTEEN_BITS) + 1));
            }
            case "ALPH" -> {
                if (++transparencies > 1) {
                    throw Unfit.because("must be a single picture");
                }
            }
            case "ANIM", "ANMF" -> throw Unfit.because("must not be animated");
            default -> {}
        }
    }

    private void frame(long size) {
        if (frame >= 0) {
            throw Unfit.because("must be a single picture");
        }
        frame = size;
    }

    private String type(int at) {
        byte[] type = new byte[4];
        file.get(at, type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    private int threeBytes(int at) {
        return (file.get(at) & 0xFF) | (file.get(at + 1) & 0xFF) << 8 | (file.get(at + 2) & 0xFF) << 16;
    }

    private static long size(int width, int height) {
        return (long) width << 32 | height;
    }
}
