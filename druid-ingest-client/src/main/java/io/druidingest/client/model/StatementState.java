package io.druidingest.client.model;

import java.util.Locale;

/** How a statement stands. */
public enum StatementState {
    /** Taken by Druid, and not begun. */
    ACCEPTED,
    /** Begun, and not ended. */
    RUNNING,
    /** Ended well: its rows can be fetched. */
    SUCCESS,
    /** Ended badly, or was cancelled. */
    FAILED,
    /** A word that this version of the library does not know. */
    UNKNOWN;

    /** Whether nothing will change any more. */
    public boolean isTerminal() {
        return this == SUCCESS || this == FAILED;
    }

    static StatementState of(String word) {
        for (StatementState state : values()) {
            if (state.name().equals(word.toUpperCase(Locale.ROOT))) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
