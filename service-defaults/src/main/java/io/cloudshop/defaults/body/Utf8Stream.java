package io.cloudshop.defaults.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/**
 * JSON as it comes from outside: UTF-8 (RFC 8259, section 8.1) and nothing else. Jackson would read UTF-16 and UTF-32 too,
 * and in UTF-8 overlong forms, so that whoever looks at the bytes sees other text than whoever reads them. A zero byte is
 * in no JSON, but in everything that is one of those. Reading what it is not fails with a {@link CharacterCodingException}.
 */
class Utf8Stream extends FilterInputStream {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer dropped = CharBuffer.allocate(1024);

    /** The bytes of a character whose others have not come yet. */
    private ByteBuffer begun = ByteBuffer.allocate(0);

    Utf8Stream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] next = new byte[1];
        return read(next, 0, 1) < 0 ? -1 : next[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        check(ByteBuffer.wrap(target, offset, Math.max(read, 0)), read < 0);
        return read;
    }

    private void check(ByteBuffer read, boolean isEnd) throws CharacterCodingException {
        refuseZeros(read.duplicate());
        ByteBuffer next = ByteBuffer.allocate(begun.remaining() + read.remaining())
                .put(begun)
                .put(read)
                .flip();
        CoderResult result;
        do {
            dropped.clear();
            result = decoder.decode(next, dropped, isEnd);
        } while (result.isOverflow());
        if (result.isError()) {
            result.throwException();
        }
        begun = next;
    }

    private static void refuseZeros(ByteBuffer read) throws MalformedInputException {
        while (read.hasRemaining()) {
            if (read.get() == 0) {
                throw new MalformedInputException(1);
            }
        }
    }
}
