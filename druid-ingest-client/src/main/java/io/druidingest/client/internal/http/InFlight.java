package io.druidingest.client.internal.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Lets so many requests be in flight at a time, and so many connections be open. Others wait in order, and block nobody. */
final class InFlight {

    private final Executor workers;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    InFlight(int most, Executor workers) {
        this.free = most;
        this.workers = workers;
    }

    /** Runs what begins a request: now, or as soon as another one has left. */
    void enter(Runnable request) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(request);
                return;
            }
            free--;
        }
        request.run();
    }

    /** Tells that a request is over, in whatever way. */
    void leave() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        workers.execute(next);
    }
}
