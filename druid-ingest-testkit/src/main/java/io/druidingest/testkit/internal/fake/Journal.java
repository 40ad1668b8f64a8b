package io.druidingest.testkit.internal.fake;

import io.druidingest.testkit.Timeline;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All that happened to one fake, in order. Thread-safe. */
final class Journal {

    private final List<Timeline.Entry> entries = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private int told;

    synchronized void answered(Instant at, String subject, Request request, Reply reply) {
        requests.add(request.toString());
        String where = request.node() == 0 ? "" : " (node " + (request.node() + 1) + ")";
        entries.add(new Timeline.Entry(at, Timeline.Kind.REQUEST, subject, request + " -> " + reply + where));
        notifyAll();
    }

    synchronized void unmatched(Instant at, String subject, Request request, String why) {
        String text = request + ": unknown " + why;
        unexpected.add(text);
        entries.add(new Timeline.Entry(at, Timeline.Kind.UNMATCHED, subject, text));
    }

    synchronized void happened(Instant at, String subject, String what) {
        String text = subject.isEmpty() ? what : subject + ": " + what;
        entries.add(new Timeline.Entry(at, Timeline.Kind.EVENT, subject, text));
    }

    synchronized Timeline timeline() {
        return Timeline.of(entries);
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** What was unexpected, and has not been told by this yet. */
    synchronized List<String> newlyUnexpected() {
        List<String> fresh = List.copyOf(unexpected.subList(told, unexpected.size()));
        told = unexpected.size();
        return fresh;
    }

    /** Blocks until that many requests of this kind have come. */
    synchronized void awaitRequests(String line, int count) throws InterruptedException {
        while (requests.stream().filter(line::equals).count() < count) {
            wait();
        }
    }
}
