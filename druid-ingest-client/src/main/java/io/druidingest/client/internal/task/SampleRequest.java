package io.druidingest.client.internal.task;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.internal.http.Json;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Supervisor;
import io.druidingest.spec.Task;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the sampler is sent: the spec that is going to be submitted, in the form that the sampler takes. */
public final class SampleRequest {

    private static final Set<String> NO_STREAM = Set.of("autocompact", "scheduled_batch");

    private SampleRequest() {}

    /**
     * Of a load. The sampler knows the type {@code index} only, reads the same input by the same schema for both types,
     * and does not look at the tuning, which for {@code index} would be checked by other rules.
     *
     * @throws IllegalArgumentException if the task does not load rows of an input
     */
    public static byte[] of(Task task, @Nullable Integer numRows, @Nullable Duration timeout) {
        String type = task.type();
        if (!type.equals("index_parallel") && !type.equals("index")) {
            throw new IllegalArgumentException(
                    "a task of type " + type + " cannot be sampled; only index_parallel and index read an input");
        }
        ObjectNode spec = (ObjectNode) SpecJson.tree(task).get("spec");
        spec.remove("tuningConfig");
        spec.put("type", "index");
        spec.withObject("/ioConfig").put("type", "index");
        return body("index", spec, numRows, timeout);
    }

    /**
     * Of a stream.
     *
     * @throws IllegalArgumentException if the supervisor does not read a stream
     */
    public static byte[] of(Supervisor supervisor, @Nullable Integer numRows, @Nullable Duration timeout) {
        String type = supervisor.type();
        if (NO_STREAM.contains(type)) {
            throw new IllegalArgumentException(
                    "a supervisor of type " + type + " cannot be sampled; only those of streams read an input");
        }
        return body(type, (ObjectNode) SpecJson.tree(supervisor), numRows, timeout);
    }

    private static byte[] body(String type, ObjectNode spec, @Nullable Integer numRows, @Nullable Duration timeout) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", type).set("spec", spec);
        ObjectNode config = body.putObject("samplerConfig");
        if (numRows != null) {
            config.put("numRows", numRows);
        }
        if (timeout != null) {
            config.put("timeoutMs", timeout.toMillis());
        }
        return Json.bytes(body);
    }
}
