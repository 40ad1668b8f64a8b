package io.druidingest.testkit.internal.child;

import org.jspecify.annotations.Nullable;

/** One line of the child's standard output that is meant for its parent. */
final class Report {

    /** What a report is about. */
    enum Kind {
        /** Something worth telling the user. */
        PROGRESS,
        /** The server serves; the text lists {@code name=port}, separated by blanks. */
        READY,
        /** A port that was free a moment ago is taken; a new attempt will choose others. */
        PORT_TAKEN,
        /** The server does not boot; the text says why. */
        FAILED,
        /** The oldest command without an answer has been carried out. */
        DONE,
        /** The oldest command without an answer has not been carried out; the text says why. */
        REFUSED
    }

    /** Tells reports from what the virtual machine itself prints to the same stream. */
    private static final String MARK = "druid-ingest:";

    private final Kind kind;
    private final String text;

    Report(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    String toLine() {
        return MARK + kind + ":" + text.replaceAll("\\s+", " ");
    }

    /** The report in {@code line}, or null if the line is none. */
    static @Nullable Report parse(String line) {
        if (line.startsWith(MARK)) {
            String rest = line.substring(MARK.length());
            for (Kind kind : Kind.values()) {
                if (rest.startsWith(kind + ":")) {
                    return new Report(kind, rest.substring(kind.name().length() + 1));
                }
            }
        }
        return null;
    }
}
