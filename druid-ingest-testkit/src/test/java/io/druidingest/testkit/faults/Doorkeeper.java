package io.druidingest.testkit.faults;

import io.druidingest.client.IngestEvent;
import io.druidingest.client.IngestListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** Opens the door of a proxy again when the client, whose listener this is, has found it shut so many times. */
final class Doorkeeper implements IngestListener {

    private final FaultProxy proxy;
    private final int patience;
    private int refused;

    Doorkeeper(FaultProxy proxy, int patience) {
        this.proxy = proxy;
        this.patience = patience;
    }

    @Override
    public void onRetry(IngestEvent.Retry retry) {
        look(retry.failure());
    }

    @Override
    public void onPoll(IngestEvent.Poll poll) {
        look(poll.failure());
    }

    private synchronized void look(@Nullable Throwable failure) {
        if (failure != null && failure.getCause() instanceof ConnectException && ++refused % patience == 0) {
            try {
                proxy.accept();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How many connections were refused in all. */
    synchronized int refused() {
        return refused;
    }
}
