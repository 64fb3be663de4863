package io.cloudshop.products.transfer;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a stream in UTF-8, with or without a byte order mark, ended by LF or CRLF; blank ones are left out. Holds one
 * line at a time, and none that is longer than {@link #LONGEST}: what cannot be read is told, and the next line is another chance.
 */
final class Lines {

    /** Bytes of a line. A product whose texts are all as long as they may be, with each character escaped, fits with its translation. */
    static final int LONGEST = 128 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 16 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] line = new byte[LONGEST];

    private int position;
    private int end;
    private int length;
    private boolean tooLong;
    private long ended;
    private Quotes quotes = Quotes.thatMeanNothing();

    Lines(InputStream in) {
        this.in = in;
    }

    /** From now on a line break between quotes ends no line. */
    void quoted(char separator) {
        quotes = Quotes.aroundCells(separator);
    }

    /** The next line that is not blank, or null. */
    Line next() {
        while (fill()) {
            Line next = read();
            if (next.text() == null || !next.text().isBlank()) {
                return next;
            }
        }
        return null;
    }

    private Line read() {
        long number = ended + 1;
        length = 0;
        tooLong = false;
        quotes.startLine();
        while (fill()) {
            byte next = buffer[position++];
            if (next == '\n') {
                ended++;
                if (tooLong || !quotes.areOpen()) {
                    break;
                }
            }
            append(next);
        }
        return line(number);
    }

    private void append(byte next) {
        if (length == LONGEST) {
            tooLong = true;
        } else {
            line[length++] = next;
            quotes.pass(next);
        }
    }

    private Line line(long number) {
        if (tooLong) {
            return new Line(number, null, "is longer than " + LONGEST + " bytes" + quotes.suspicion());
        }
        int start = number == 1 && startsWithMark() ? BYTE_ORDER_MARK.length : 0;
        int stop = length > start && line[length - 1] == '\r' ? length - 1 : length;
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line, start, stop - start);
            return new Line(
                    number, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), null);
        } catch (CharacterCodingException e) {
            return new Line(number, null, "is not UTF-8");
        }
    }

    private boolean startsWithMark() {
        return length >= BYTE_ORDER_MARK.length
                && ByteBuffer.wrap(line, 0, BYTE_ORDER_MARK.length).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
    }

    private boolean fill() {
        if (position < end) {
            return true;
        }
        try {
            position = 0;
            end = in.read(buffer);
        } catch (IOException broken) {
            throw new DomainException(CommonProblems.MALFORMED, "The body ended before it was complete.", broken);
        }
        return end > 0;
    }
}
