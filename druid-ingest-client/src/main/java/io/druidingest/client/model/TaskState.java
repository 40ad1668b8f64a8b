package io.druidingest.client.model;

import java.util.Locale;

/** How a task stands. */
public enum TaskState {
    /** Taken by Druid and not ended: waiting, pending or running. */
    RUNNING,
    /** Ended well: its segments, if there are any, are published. That does not mean that they can be queried yet. */
    SUCCESS,
    /** Ended badly, or was shut down. */
    FAILED,
    /** A word that this version of the library does not know. */
    UNKNOWN;

    /** Whether nothing will change any more. */
    public boolean isTerminal() {
        return this == SUCCESS || this == FAILED;
    }

    static TaskState of(String word) {
        switch (word.toUpperCase(Locale.ROOT)) {
            case "RUNNING":
                return RUNNING;
            case "SUCCESS":
                return SUCCESS;
            case "FAILED":
                return FAILED;
            default:
                return UNKNOWN;
        }
    }
}
