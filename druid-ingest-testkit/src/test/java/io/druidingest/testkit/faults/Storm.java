package io.druidingest.testkit.faults;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Faults at random in a quarter of all requests, and now and then nobody at the door at all. */
final class Storm {

    private static final List<Fault> FAULTS = List.copyOf(EnumSet.complementOf(EnumSet.of(Fault.NONE, Fault.REFUSED)));
    private static final double SHARE = 0.25;
    private static final int REQUESTS_BETWEEN_OUTAGES = 300;

    private final FaultProxy proxy;
    private final Random random;
    private int requests;

    private Storm(FaultProxy proxy, long seed) {
        this.proxy = proxy;
        this.random = new Random(seed);
    }

    /** Breaks out; the client has to have a {@link Doorkeeper}. */
    static Storm over(FaultProxy proxy, long seed) {
        Storm storm = new Storm(proxy, seed);
        proxy.plan(request -> storm.next());
        return storm;
    }

    private synchronized Fault next() {
        if (++requests % REQUESTS_BETWEEN_OUTAGES == 0) {
            return Fault.REFUSED;
        }
        return random.nextDouble() < SHARE ? FAULTS.get(random.nextInt(FAULTS.size())) : Fault.NONE;
    }

    @Override
    public synchronized String toString() {
        return requests + " requests " + proxy.happened();
    }
}
