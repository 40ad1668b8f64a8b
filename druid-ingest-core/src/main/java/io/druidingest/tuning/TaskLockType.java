package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * How a task keeps others off the time it works on.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/concurrent-append-replace">concurrent append and replace</a>
 */
public final class TaskLockType extends Keyword {

    /** No other task on that time. Druid's default. */
    public static final TaskLockType EXCLUSIVE = new TaskLockType("EXCLUSIVE");

    /** Other appending tasks may share it. For appending tasks. */
    public static final TaskLockType SHARED = new TaskLockType("SHARED");

    /** Other appending tasks and one replacing task may work on it. For appending tasks. */
    public static final TaskLockType APPEND = new TaskLockType("APPEND");

    /** Appending tasks may work on it. For replacing tasks. */
    public static final TaskLockType REPLACE = new TaskLockType("REPLACE");

    private TaskLockType(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TaskLockType of(String word) {
        return known(new TaskLockType(word));
    }

    @JsonCreator
    static TaskLockType read(String word) {
        return new TaskLockType(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("exclusive", "shared", "append", "replace");
    }
}
