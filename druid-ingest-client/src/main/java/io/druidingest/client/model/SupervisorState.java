package io.druidingest.client.model;

import java.util.Locale;

/**
 * How a supervisor stands, in broad terms. What it does at the moment is told by the detailed state, whose words are
 * Druid's and open, for example {@code CONNECTING_TO_STREAM}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor#status-report">supervisor status</a>
 */
public enum SupervisorState {
    /** It is there, and has not done anything yet. */
    PENDING,
    /** It works, or is about to: also while it tries to reach the stream for the first time. */
    RUNNING,
    /** The stream has nothing new, and it waits without tasks. */
    IDLE,
    /** It does nothing until it is resumed. */
    SUSPENDED,
    /** It is ending. */
    STOPPING,
    /** It has read all that it was to read. Since Druid 38. */
    COMPLETED,
    /** The supervisor itself fails again and again, for example because the stream cannot be reached. */
    UNHEALTHY_SUPERVISOR,
    /** Its tasks fail again and again. */
    UNHEALTHY_TASKS,
    /** Compaction only: it fails. */
    UNHEALTHY,
    /** Compaction only: Druid cannot do what the config asks for. */
    INVALID_SPEC,
    /** Compaction only: the cluster's compaction config has {@code useSupervisors} off, so that nothing is done. */
    SCHEDULER_STOPPED,
    /** A word that this version of the library does not know. */
    UNKNOWN;

    /** The state that a word names. */
    static SupervisorState of(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        for (SupervisorState state : values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
