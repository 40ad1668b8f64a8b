package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Statements that run as tasks, and the rows that those of them give that select. */
final class SqlTasks {

    static final String TYPE = "query_controller";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SELECTS = "__query_select";
    private static final int BYTES = 80;
    private static final Pattern WRITES = Pattern.compile(
            "\\s*(INSERT|REPLACE)\\s+INTO\\s+\"?([^\\s\"]+)\"?.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PARTITIONED =
            Pattern.compile("PARTITIONED\\s+BY\\s+(?:ALL\\b|(\\w+))", Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN = Pattern.compile(
            "OVERWRITE\\s+WHERE\\b.*?TIMESTAMP\\s+'([^']+)'.*?TIMESTAMP\\s+'([^']+)'.*?(?:SELECT|WITH)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String ETERNITY = "-146136543-09-08T08:23:32.096Z/146140482-04-24T15:36:27.903Z";

    /** What a multi-stage query fails with begins with the code of why. */
    private static final Pattern FAILURE = Pattern.compile("(?:(\\w+): )?(.*)", Pattern.DOTALL);

    private final TaskState tasks;
    private final SqlState sql;
    private final Map<String, List<? extends JsonNode>> rows = new HashMap<>();

    SqlTasks(TaskState tasks, SqlState sql) {
        this.tasks = tasks;
        this.sql = sql;
    }

    /** What the id of the task of a statement is going to end with. */
    String queryId(JsonNode body) {
        return body.at("/context/sqlQueryId").asText(tasks.newSuffix());
    }

    /** Takes a statement, as a task. */
    FakeTask submit(JsonNode body) {
        return submit(body, queryId(body));
    }

    /**
     * Takes a statement, as a task.
     *
     * @param queryId what the id of the task ends with
     */
    FakeTask submit(JsonNode body, String queryId) {
        List<String> parameters = SqlRoutes.parameters(body);
        String statement = body.path("query").asText();
        String id = "query-" + queryId;
        Matcher writes = WRITES.matcher(statement);
        List<? extends JsonNode> selected = writes.matches() ? null : selected(statement, parameters);
        if (tasks.find(id) != null) {
            throw new Refusal(Errors.druid(
                    500,
                    "general",
                    "DEVELOPER",
                    "UNCATEGORIZED",
                    "org.apache.druid.rpc.HttpResponseException: Server error [400 Bad Request]; body: {\"error\":\"Task ["
                            + id + "] already exists.\"}"));
        }
        if (selected != null) {
            rows.put(id, selected);
        }
        return tasks.take(id, payload(id, body, writes.matches() ? writes.group(2) : SELECTS));
    }

    private List<? extends JsonNode> selected(String statement, List<String> parameters) {
        List<? extends JsonNode> selected = sql.rows(statement, parameters);
        if (selected == null) {
            throw new Refusal(SqlState.noRows(statement));
        }
        return selected;
    }

    private static ObjectNode payload(String id, JsonNode body, String dataSource) {
        String statement = body.path("query").asText();
        ObjectNode payload = JSON.objectNode().put("type", TYPE).put("id", id);
        ObjectNode destination = payload.putObject("spec").putObject("destination");
        destination.put("type", dataSource.equals(SELECTS) ? "taskReport" : "dataSource");
        if (!dataSource.equals(SELECTS)) {
            Matcher partitioned = PARTITIONED.matcher(statement);
            String size = partitioned.find() && partitioned.group(1) != null ? partitioned.group(1) : "ALL";
            destination.put("dataSource", dataSource).put("segmentGranularity", size.toUpperCase(Locale.ROOT));
            if (statement.trim().toUpperCase(Locale.ROOT).startsWith("REPLACE")) {
                destination.putArray("replaceTimeChunks").add(replaced(statement));
            }
        }
        payload.put("sqlQuery", statement);
        payload.set("sqlQueryContext", body.path("context").isObject() ? body.path("context") : JSON.objectNode());
        payload.put("groupId", id).put("dataSource", dataSource);
        return payload;
    }

    /** What an {@code OVERWRITE WHERE} names with two timestamps, the earlier first; else all time. */
    private static String replaced(String statement) {
        Matcher where = BETWEEN.matcher(statement);
        return where.find()
                ? where.group(1).trim().replace(' ', 'T') + "/"
                        + where.group(2).trim().replace(' ', 'T')
                : ETERNITY;
    }

    /** The task of a statement; null if there is none. */
    @Nullable FakeTask find(String id) {
        FakeTask task = tasks.find(id);
        return task != null && task.type().equals(TYPE) ? task : null;
    }

    /** Stops a statement; false if it had ended. */
    boolean cancel(FakeTask task) {
        boolean runs = !task.hasEnded();
        tasks.shutDown(task);
        return runs;
    }

    /** What a statement has selected; null if it writes. */
    @Nullable List<? extends JsonNode> rows(FakeTask task) {
        return rows.get(task.id());
    }

    /** How a statement stands, as Druid tells of it. */
    ObjectNode status(FakeTask task) {
        ObjectNode status = JSON.objectNode()
                .put("queryId", task.id())
                .put(
                        "state",
                        task.state() == FakeTask.State.PENDING
                                ? "ACCEPTED"
                                : task.state().name())
                .put("createdAt", FakeSegment.written(task.created()));
        List<? extends JsonNode> selected = rows(task);
        if (selected != null) {
            status.set("schema", schema(selected));
        }
        Instant started = task.started();
        Instant ended = task.ended();
        status.put(
                "durationMs",
                started == null || ended == null
                        ? -1
                        : Duration.between(started, ended).toMillis());
        if (task.state() == FakeTask.State.SUCCESS) {
            status.set("result", result(task, selected));
        } else if (task.state() == FakeTask.State.FAILED) {
            ObjectNode error = status.putObject("errorDetails").put("error", "druidException");
            explain(error, "general", task);
            error.put("persona", "USER").put("category", "UNCATEGORIZED").putObject("context");
        }
        return status;
    }

    private static ObjectNode result(FakeTask task, @Nullable List<? extends JsonNode> selected) {
        ObjectNode result = JSON.objectNode();
        if (selected == null) {
            return result.put("numTotalRows", task.input().rows())
                    .put("totalSizeInBytes", 0)
                    .put("dataSource", task.dataSource());
        }
        int bytes = selected.size() * BYTES;
        result.put("numTotalRows", selected.size())
                .put("totalSizeInBytes", bytes)
                .put("dataSource", SELECTS);
        ArrayNode sample = result.putArray("sampleRecords");
        selected.forEach(row -> row.forEach(sample.addArray()::add));
        result.putArray("pages")
                .addObject()
                .put("id", 0)
                .put("numRows", selected.size())
                .put("sizeInBytes", bytes);
        return result;
    }

    private static ArrayNode schema(List<? extends JsonNode> selected) {
        ArrayNode schema = JSON.arrayNode();
        if (!selected.isEmpty()) {
            selected.get(0).properties().forEach(column -> {
                JsonNode value = column.getValue();
                boolean whole = value.isIntegralNumber();
                schema.addObject()
                        .put("name", column.getKey())
                        .put("type", whole ? "BIGINT" : value.isNumber() ? "DOUBLE" : "VARCHAR")
                        .put("nativeType", whole ? "LONG" : value.isNumber() ? "DOUBLE" : "STRING");
            });
        }
        return schema;
    }

    /** The report of a task, which it has once it runs. */
    static ObjectNode report(FakeTask task, Instant now) {
        ObjectNode report = JSON.objectNode();
        ObjectNode payload = report.putObject("multiStageQuery")
                .put("type", "multiStageQuery")
                .put("taskId", task.id())
                .putObject("payload");
        Instant started = task.started();
        Instant ended = task.ended();
        ObjectNode status =
                payload.putObject("status").put("status", task.state().name());
        if (task.error() != null) {
            ObjectNode error = status.putObject("errorReport").put("taskId", task.id());
            explain(error.putObject("error"), "UnknownError", task);
        }
        status.put("startTime", FakeSegment.written(started == null ? task.created() : started))
                .put(
                        "durationMs",
                        started == null
                                ? 0
                                : Duration.between(started, ended == null ? now : ended)
                                        .toMillis())
                .put("pendingTasks", 0)
                .put("runningTasks", 2);
        boolean writes = !task.dataSource().equals(SELECTS);
        stage(payload.withArray("/stages"), 0, "scan", task);
        if (writes) {
            stage(payload.withArray("/stages"), 1, "segmentGenerator", task);
        }
        ObjectNode counters = payload.putObject("counters");
        if (writes && task.state() == FakeTask.State.SUCCESS) {
            long rows = task.input().rows();
            counters.putObject("1")
                    .putObject("0")
                    .putObject("segmentGenerationProgress")
                    .put("type", "segmentGenerationProgress")
                    .put("rowsProcessed", rows)
                    .put("rowsPersisted", rows)
                    .put("rowsMerged", rows)
                    .put("rowsPushed", rows);
        }
        return report;
    }

    private static void explain(ObjectNode error, String usualCode, FakeTask task) {
        Matcher failure = FAILURE.matcher(String.valueOf(task.error()));
        String code = failure.matches() ? failure.group(1) : null;
        error.put("errorCode", code == null ? usualCode : code)
                .put("errorMessage", code == null ? task.error() : failure.group(2));
    }

    private static void stage(ArrayNode stages, int number, String processor, FakeTask task) {
        ObjectNode stage = stages.addObject().put("stageNumber", number);
        stage.putObject("definition")
                .put("id", task.id() + "_" + number)
                .putObject("processor")
                .put("type", processor);
        stage.put("phase", task.state() == FakeTask.State.SUCCESS ? "FINISHED" : "READING_INPUT")
                .put("workerCount", 1)
                .put("partitionCount", 1);
    }
}
