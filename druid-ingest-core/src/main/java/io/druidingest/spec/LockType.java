package io.druidingest.spec;

import io.druidingest.tuning.TaskContext;
import io.druidingest.tuning.TaskLockType;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import org.jspecify.annotations.Nullable;

/** Checks the lock type of a task against what the task does. */
final class LockType {

    private LockType() {}

    /** Of a task that replaces, Druid makes every lock that appending tasks could share an exclusive one. */
    static void check(@Nullable TaskContext context, boolean appends, Findings at) {
        TaskLockType type =
                context == null || Boolean.TRUE.equals(context.useConcurrentLocks()) ? null : context.taskLockType();
        if (!appends && (TaskLockType.APPEND.equals(type) || TaskLockType.SHARED.equals(type))) {
            at.at("context")
                    .at("taskLockType")
                    .report(
                            Rules.LOCK_TYPE,
                            "is " + type + ", and the task replaces, so that Druid takes EXCLUSIVE; use REPLACE, or set"
                                    + " useConcurrentLocks to true");
        }
    }
}
