package io.druidingest.testkit.internal.child;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The most recent lines that a process printed, for the message about its end. Thread-safe. */
final class LastLines {

    private static final int CAPACITY = 40;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == CAPACITY) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    void addAll(List<String> more) {
        more.forEach(this::add);
    }

    /** The lines, ready to be appended to a sentence. */
    @Override
    public synchronized String toString() {
        return lines.isEmpty() ? "." : ". The last lines of its log:\n    " + String.join("\n    ", lines);
    }
}
