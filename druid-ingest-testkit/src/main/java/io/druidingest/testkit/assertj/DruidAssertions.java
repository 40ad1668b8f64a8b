package io.druidingest.testkit.assertj;

import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.json.Change;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.DataSchema;
import io.druidingest.spec.Supervisor;
import io.druidingest.spec.Task;
import io.druidingest.testkit.FakeOverlord;
import java.util.List;

/**
 * The entry of the assertions: {@code import static ..DruidAssertions.assertThat}. It goes together with the import of
 * AssertJ's own.
 */
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

    /** Asserts about what a task wrote. */
    public static IngestResultAssert assertThat(IngestResult actual) {
        return new IngestResultAssert(actual);
    }

    /** Asserts about what a task says. */
    public static SpecAssert<Task> assertThat(Task actual) {
        return new SpecAssert<>(actual, Task.class);
    }

    /** Asserts about what a supervisor says. */
    public static SpecAssert<Supervisor> assertThat(Supervisor actual) {
        return new SpecAssert<>(actual, Supervisor.class);
    }

    /** Asserts about what a schema says. */
    public static SpecAssert<DataSchema> assertThat(DataSchema actual) {
        return new SpecAssert<>(actual, DataSchema.class);
    }

    /** Asserts about what {@link SpecJson#diff} found. */
    public static ChangesAssert assertThat(List<Change> actual) {
        return new ChangesAssert(actual);
    }
}
