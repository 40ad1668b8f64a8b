package io.druidingest.testkit.junit5;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.FakeOverlord;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** An Overlord and a client, of a test or of a class; JUnit closes it when that is over. */
final class Rehearsal implements AutoCloseable {

    final FakeOverlord overlord;
    private final Runnable end;
    private final Semaphore turns = new Semaphore(1);
    private @Nullable DruidClient client;

    private Rehearsal(FakeOverlord overlord, Runnable end) {
        this.overlord = overlord;
        this.end = end;
    }

    /** One whose Overlord ends with it. */
    static Rehearsal with(FakeOverlord overlord) {
        return new Rehearsal(overlord, overlord::close);
    }

    /** One with the same Overlord and a client of its own, when the turn of others is over; then the Overlord is as new. */
    Rehearsal turn() {
        turns.acquireUninterruptibly();
        return new Rehearsal(overlord, () -> {
            try {
                overlord.reset();
            } finally {
                turns.release();
            }
        });
    }

    /** The same each time. */
    synchronized DruidClient client() {
        if (client == null) {
            client = overlord.client();
        }
        return client;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (client != null) {
                client.close();
            }
        }
        end.run();
    }
}
