package io.druidingest.client.internal.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.TestTasks;
import io.druidingest.client.internal.http.Json;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.Task;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskBodyTest {

    @Test
    void aTaskWithoutThemGetsAnIdAndAContext() throws IOException {
        assertThat(body(TestTasks.LOAD)).isEqualTo(expected(TestTasks.LOAD));
    }

    @Test
    void aContextKeepsWhatIsInIt() throws IOException {
        Task task = TestTasks.LOAD.toBuilder()
                .context(c -> c.priority(75).property("deep", Map.of("id", "x", "context", Map.of())))
                .property("id2", Map.of("context", Map.of("id", "y")))
                .build();

        assertThat(body(task)).isEqualTo(expected(task));
        assertThat(body(task).at("/context/deep/id").asText()).isEqualTo("x");
    }

    @Test
    void anotherIdAndFingerprintTakeThePlaceOfThose() throws IOException {
        IndexParallelTask task = TestTasks.LOAD.toBuilder()
                .id("before")
                .context(c -> c.property(Submission.FINGERPRINT, "of something else"))
                .build();

        assertThat(body(task)).isEqualTo(expected(task));
        assertThat(new String(TaskBody.of(task, "mine", "fp"), UTF_8)).doesNotContain("before", "something else");
    }

    @Test
    void whatFollowsAFingerprintThatIsNoTextIsLeftAlone() throws IOException {
        Task task = TestTasks.LOAD.toBuilder()
                .context(c -> c.property(Submission.FINGERPRINT, 5).property("next", "mine to keep"))
                .build();

        assertThat(body(task).at("/context/next").asText()).isEqualTo("mine to keep");
    }

    private static JsonNode body(Task task) throws IOException {
        return Json.tree(TaskBody.of(task, "mine", "fp"));
    }

    private static ObjectNode expected(Task task) {
        ObjectNode tree = (ObjectNode) SpecJson.tree(task);
        tree.put("id", "mine");
        tree.withObject("/context").put(Submission.FINGERPRINT, "fp");
        return tree;
    }
}
