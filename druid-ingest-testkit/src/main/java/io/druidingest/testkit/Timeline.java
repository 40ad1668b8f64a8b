package io.druidingest.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What happened to a {@link FakeOverlord}, in virtual time: requests, what became of tasks and the like, and what Druid does
 * not know. Two runs that did the same have equal timelines: what happened at the same time stands subject by subject, and
 * what was asked of one by the alphabet, since the order depends on threads. Immutable.
 */
public final class Timeline {

    private final List<Entry> entries;

    private Timeline(List<Entry> entries) {
        this.entries = entries;
    }

    /** The timeline of these, given in the order in which they happened. */
    public static Timeline of(List<Entry> happened) {
        List<Entry> sorted = new ArrayList<>(happened);
        sorted.sort(Comparator.comparing(Entry::at)
                .thenComparing(Entry::subject)
                .thenComparing(e -> e.subject().isEmpty() ? e.text() : ""));
        sortQuestions(sorted);
        return new Timeline(List.copyOf(sorted));
    }

    /** Of questions about the same, one after the other at the same time, nobody can tell which came first. */
    private static void sortQuestions(List<Entry> entries) {
        int from = 0;
        for (int i = 1; i <= entries.size(); i++) {
            if (i == entries.size() || !entries.get(i).isAskedWith(entries.get(from))) {
                entries.subList(from, i).sort(Comparator.comparing(Entry::text));
                from = i;
            }
        }
    }

    /** All entries, the earliest first. */
    public List<Entry> entries() {
        return entries;
    }

    /** The entries of a kind, the earliest first. */
    public List<Entry> entries(Kind kind) {
        return entries.stream().filter(e -> e.kind() == kind).collect(Collectors.toUnmodifiableList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timeline && entries.equals(((Timeline) other).entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** A line for each entry; of those that tell the same one after the other, the first, and how many more there are. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        int i = 0;
        while (i < entries.size()) {
            int next = i + 1;
            while (next < entries.size() && entries.get(next).tellsTheSameAs(entries.get(i))) {
                next++;
            }
            int more = next - i - 1;
            lines.add(entries.get(i)
                    + (more == 0
                            ? ""
                            : ", and " + more + " more until "
                                    + entries.get(next - 1).at()));
            i = next;
        }
        return String.join("\n", lines);
    }

    /** What an entry tells. */
    public enum Kind {
        /** A request, and how it was answered. */
        REQUEST,
        /** Something that happened in Druid. */
        EVENT,
        /** Something in a request that Druid does not know, with the nearest that it knows. */
        UNMATCHED
    }

    /** One thing that happened. Immutable. */
    public static final class Entry {

        private final Instant at;
        private final Kind kind;
        private final String subject;
        private final String text;

        /**
         * One thing that happened.
         *
         * @param subject what it is about, for example the id of a task; empty if it is about many or none
         */
        public Entry(Instant at, Kind kind, String subject, String text) {
            this.at = at;
            this.kind = kind;
            this.subject = subject;
            this.text = text;
        }

        /** The virtual time. */
        public Instant at() {
            return at;
        }

        /** What it tells. */
        public Kind kind() {
            return kind;
        }

        /** What it is about, for example the id of a task; empty if it is about many or none. */
        public String subject() {
            return subject;
        }

        /** What happened. */
        public String text() {
            return text;
        }

        private boolean isAskedWith(Entry other) {
            return isQuestion() && other.isQuestion() && at.equals(other.at) && subject.equals(other.subject);
        }

        private boolean isQuestion() {
            return kind == Kind.REQUEST && text.startsWith("GET ");
        }

        private boolean tellsTheSameAs(Entry other) {
            return kind == other.kind && text.equals(other.text);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Entry
                    && at.equals(((Entry) other).at)
                    && kind == ((Entry) other).kind
                    && subject.equals(((Entry) other).subject)
                    && text.equals(((Entry) other).text);
        }

        @Override
        public int hashCode() {
            return Objects.hash(at, kind, subject, text);
        }

        /** The time, and what happened. */
        @Override
        public String toString() {
            return at + "  " + (kind == Kind.REQUEST ? "" : kind == Kind.EVENT ? "  * " : "  ! ") + text;
        }
    }
}
