package io.cloudshop.products.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A file that is being decoded. Decoders look a few bytes beyond its end, which is nothing; one that goes on and on, because what
 * it reads says so, is stopped: the one for WebP could for a minute, with a file of 48 bytes.
 */
final class PatientInput extends MemoryCacheImageInputStream {

    private static final int MOST_BEYOND_THE_END = 1_000;

    private int beyondTheEnd;

    PatientInput(byte[] file) {
        super(new ByteArrayInputStream(file));
    }

    @Override
    public int read() throws IOException {
        return counted(super.read());
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return counted(super.read(target, offset, length));
    }

    private int counted(int read) {
        if (read < 0 && ++beyondTheEnd > MOST_BEYOND_THE_END) {
            throw Unfit.because("ends before it is complete");
        }
        return read;
    }
}
