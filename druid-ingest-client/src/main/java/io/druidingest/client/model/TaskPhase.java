package io.druidingest.client.model;

import java.util.Locale;

/** How far a task is on its way through the Overlord. */
public enum TaskPhase {
    /** It waits for its locks; or its Overlord has just become the leader. */
    WAITING,
    /** It waits for a free slot of a worker. */
    PENDING,
    /** A worker runs it. */
    RUNNING,
    /** It has ended, well or badly. */
    COMPLETE,
    /** A word that this version of the library does not know, or none. */
    UNKNOWN;

    static TaskPhase of(String word) {
        for (TaskPhase phase : values()) {
            if (phase.name().equals(word.toUpperCase(Locale.ROOT))) {
                return phase;
            }
        }
        return UNKNOWN;
    }
}
