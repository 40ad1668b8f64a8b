package io.druidingest.testkit.assertj;

import io.druidingest.client.model.TaskStatus;
import io.druidingest.testkit.FakeOverlord;

/** The entry of the assertions: {@code import static ..DruidAssertions.assertThat}. */
public final class DruidAssertions {

    private DruidAssertions() {}

    /** Asserts about what an Overlord was sent. */
    public static FakeOverlordAssert assertThat(FakeOverlord actual) {
        return new FakeOverlordAssert(actual);
    }

    /** Asserts about how a task stands. */
    public static TaskStatusAssert assertThat(TaskStatus actual) {
        return new TaskStatusAssert(actual);
    }
}
