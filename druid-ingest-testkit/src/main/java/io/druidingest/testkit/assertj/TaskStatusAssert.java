package io.druidingest.testkit.assertj;

import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import org.assertj.core.api.AbstractAssert;

/** Asserts about how a task stands. */
public final class TaskStatusAssert extends AbstractAssert<TaskStatusAssert, TaskStatus> {

    TaskStatusAssert(TaskStatus actual) {
        super(actual, TaskStatusAssert.class);
    }

    /** Ended in SUCCESS. */
    public TaskStatusAssert succeeded() {
        isNotNull();
        if (actual.state() != TaskState.SUCCESS) {
            throw failure(
                    "expected task %s to have succeeded, but it is %s: %s",
                    actual.id(), actual.state(), actual.errorMessage());
        }
        return this;
    }

    /** Ended in FAILED, with a message that has this in it. */
    public TaskStatusAssert failedWith(String message) {
        isNotNull();
        String error = actual.errorMessage();
        if (actual.state() != TaskState.FAILED || error == null || !error.contains(message)) {
            throw failure(
                    "expected task %s to have failed with \"%s\", but it is %s: %s",
                    actual.id(), message, actual.state(), error);
        }
        return this;
    }
}
