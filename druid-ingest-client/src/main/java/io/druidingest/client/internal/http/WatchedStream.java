package io.druidingest.client.internal.http;

import io.druidingest.client.Time;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer while it comes. One that stops coming half-way, which no timeout of the JDK's HTTP client covers,
 * is broken off; a reader may take its time.
 */
final class WatchedStream extends FilterInputStream {

    private final Duration patience;
    private final Time time;
    private volatile long waitingSince;
    private volatile boolean waiting;
    private volatile boolean stalled;
    private Time.@Nullable Timer watch;
    private boolean closed;

    WatchedStream(InputStream body, Duration patience, Time time) {
        super(body);
        this.patience = patience;
        this.time = time;
        watchFor(patience);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        waitingSince = time.nanos();
        waiting = true;
        try {
            return super.read(buffer, from, length);
        } catch (IOException e) {
            throw stalled ? new HttpTimeoutException("the answer stopped coming half-way, for " + patience) : e;
        } finally {
            waiting = false;
        }
    }

    private synchronized void watchFor(Duration left) {
        if (!closed) {
            watch = time.schedule(left, this::look);
        }
    }

    private void look() {
        Duration waited = waiting ? Duration.ofNanos(time.nanos() - waitingSince) : Duration.ZERO;
        if (waited.compareTo(patience) < 0) {
            watchFor(patience.minus(waited));
            return;
        }
        stalled = true;
        close();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (watch != null) {
                watch.cancel();
            }
        }
        try {
            super.close();
        } catch (IOException e) {
            throw new IllegalStateException("the body of an answer could not be closed", e);
        }
    }
}
