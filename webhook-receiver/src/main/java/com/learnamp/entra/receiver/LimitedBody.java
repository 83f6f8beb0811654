package com.learnamp.entra.receiver;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body up to a limit; also where its length was not announced. */
final class LimitedBody extends FilterInputStream {

    /**
     * In bytes. What Graph posts is smaller; and what is written to Kafka is smaller than what was
     * posted, so that a record always fits into Kafka's own limit of 1 MiB.
     */
    static final int LIMIT = 1024 * 1024;

    private int left = LIMIT;

    LimitedBody(InputStream body) {
        super(body);
    }

    /** The body is longer than the limit. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(Math.toIntExact(skipped));
        return skipped;
    }

    private void count(int bytes) throws TooLarge {
        left -= bytes;
        if (left < 0) {
            throw new TooLarge();
        }
    }
}
