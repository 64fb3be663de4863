package io.cloudshop.defaults.body;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * The body of a request as far as it may be read. It fails with a problem of the client's: as soon as it has given more
 * bytes than it may, when the client hangs up in the middle, when the rest does not come in time.
 */
class BoundedStream extends FilterInputStream {

    private final Supplier<DomainException> tooLong;
    private long left;
    private DomainException failure;

    BoundedStream(InputStream in, long limit, Supplier<DomainException> tooLong) {
        super(in);
        this.left = limit;
        this.tooLong = tooLong;
    }

    /** What reading failed with, null if it did not: parsers wrap what they do not know. */
    DomainException failure() {
        return failure;
    }

    @Override
    public int read() {
        try {
            int next = super.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        } catch (IOException broken) {
            throw failed(incomplete(broken));
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            int read = super.read(target, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        } catch (IOException broken) {
            throw failed(incomplete(broken));
        }
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw failed(tooLong.get());
        }
    }

    private DomainException failed(DomainException problem) {
        failure = problem;
        return problem;
    }

    /** Quarkus tells a body that is too slow ({@code quarkus.http.read-timeout}) by its message alone. */
    private static DomainException incomplete(IOException broken) {
        return "Read timed out".equals(broken.getMessage())
                ? new DomainException(CommonProblems.REQUEST_TIMEOUT, "The body did not come in time.", broken)
                        .header("Connection", "close")
                : new DomainException(CommonProblems.MALFORMED, "The body ended before it was complete.", broken);
    }
}
