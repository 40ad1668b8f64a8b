package io.druidingest.testkit.internal.fake;

import io.druidingest.testkit.internal.fake.http.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All that happened to one fake, in order. */
final class Journal {

    private final List<String> requests = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();

    synchronized void came(Request request) {
        requests.add(request.toString());
        notifyAll();
    }

    synchronized void unmatched(Request request, String why) {
        unexpected.add(request + ": unknown " + why);
    }

    synchronized void happened(Instant at, String what) {
        happened.add(at + " " + what);
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** Blocks until that many requests of this kind have come. */
    synchronized void awaitRequests(String line, int count) throws InterruptedException {
        while (requests.stream().filter(line::equals).count() < count) {
            wait();
        }
    }
}
