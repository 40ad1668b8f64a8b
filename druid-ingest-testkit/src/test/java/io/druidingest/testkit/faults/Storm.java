package io.druidingest.testkit.faults;

import io.druidingest.client.IngestEvent;
import io.druidingest.client.IngestListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Faults at random in a quarter of all requests, and now and then nobody at the door at all, until the client has found
 * that out a few times.
 */
final class Storm implements IngestListener {

    private static final List<Fault> FAULTS = List.copyOf(EnumSet.complementOf(EnumSet.of(Fault.NONE)));
    private static final double SHARE = 0.25;
    private static final int REQUESTS_BETWEEN_OUTAGES = 300;
    private static final int REFUSALS = 8;

    private final FaultProxy proxy;
    private final Random random;
    private int requests;
    private int outages;
    private int refused;
    private int refusedInAll;

    private Storm(FaultProxy proxy, long seed) {
        this.proxy = proxy;
        this.random = new Random(seed);
    }

    /** Breaks out; the client has to have it as its listener. */
    static Storm over(FaultProxy proxy, long seed) {
        Storm storm = new Storm(proxy, seed);
        proxy.plan(request -> storm.next());
        return storm;
    }

    private synchronized Fault next() {
        if (++requests % REQUESTS_BETWEEN_OUTAGES == 0) {
            outages++;
            refused = 0;
            run(proxy::refuse);
        }
        return random.nextDouble() < SHARE ? FAULTS.get(random.nextInt(FAULTS.size())) : Fault.NONE;
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
        if (failure != null && failure.getCause() instanceof ConnectException) {
            refusedInAll++;
            if (++refused == REFUSALS) {
                run(proxy::accept);
            }
        }
    }

    private static void run(Turn turn) {
        try {
            turn.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized int outages() {
        return outages;
    }

    @Override
    public synchronized String toString() {
        return requests + " requests " + proxy.happened() + ", " + outages + " outages with " + refusedInAll
                + " refused connections";
    }

    @FunctionalInterface
    private interface Turn {
        void run() throws IOException;
    }
}
