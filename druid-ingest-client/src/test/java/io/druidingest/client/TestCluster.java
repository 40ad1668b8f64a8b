package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** A cluster with one task, {@link #TASK}, as far as a test says what it is to know. */
final class TestCluster implements TestServer.Script {

    static final String TASK = "t1";
    static final String CREATED = "2026-11-20T13:49:57.765Z";

    /** The state of the task. */
    volatile String state = "SUCCESS";

    /** Why it failed. */
    volatile @Nullable String errorMsg;

    /** What the report tells of published segments; null if there is no report. */
    volatile @Nullable Integer published = 1;

    /** What else the report tells, for example of rows. */
    volatile String reported = "";

    /** An answer in place of the report. */
    volatile @Nullable MockResponse reportFailure;

    /** Whether the task adds to what is there. */
    volatile boolean appends;

    /** The intervals of the spec. */
    volatile List<String> intervals = List.of("2024-01-01/2024-01-03");

    /** The segments in the metadata store. */
    final List<String> used = new CopyOnWriteArrayList<>();

    /** The segments that the Broker can query. */
    final List<String> served = new CopyOnWriteArrayList<>();

    /** The segments that no rule loads. */
    final List<String> unloaded = new CopyOnWriteArrayList<>();

    /** Whether the Broker tells how often a segment is to be loaded. */
    volatile boolean tellsReplication = true;

    /** An answer in place of what the Broker says. */
    volatile @Nullable MockResponse brokerFailure;

    /** What else the payload says. */
    volatile String payload = "";

    /** Whether the payload has a spec of another kind than that of a load. */
    volatile boolean specless;

    /** Whether the task replaces what is there, also by nothing. */
    volatile boolean drops;

    /** Whether the Broker knows the table. */
    volatile boolean table = true;

    /** What was asked, without the parameters of queries. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public MockResponse answer(RecordedRequest request, int number) {
        String target = request.getTarget();
        asked.add(target + " " + TestServer.body(request));
        switch (target) {
            case "/druid/indexer/v1/task":
                return json("{\"task\":\"t1\"}");
            case "/druid/indexer/v1/taskStatus":
                return json("{\"t1\":{\"id\":\"t1\",\"status\":\"" + state + "\",\"duration\":697,\"errorMsg\":"
                        + quoted(errorMsg) + "}}");
            case "/druid/indexer/v1/task/t1/status":
                return json("{\"task\":\"t1\",\"status\":{\"id\":\"t1\",\"createdTime\":\"" + CREATED
                        + "\",\"statusCode\":\"" + state + "\",\"dataSource\":\"wikipedia\"}}");
            case "/druid/indexer/v1/task/t1":
                return json("{\"task\":\"t1\",\"payload\":{" + payload + (specless ? "\"id\":\"t1\"" : spec()) + "}}");
            case "/druid/indexer/v1/task/t1/reports":
                return report();
            case "/druid/indexer/v1/task/t1/shutdown":
                return json("{\"task\":\"t1\"}");
            case "/druid/coordinator/v1/metadata/datasources/wikipedia/segments":
                return json(list(used));
            case "/druid/v2/sql":
                return sql(TestServer.body(request));
            default:
                return status(404, "Cannot find any task with id: [" + target + "]");
        }
    }

    private String spec() {
        return "\"spec\":{\"ioConfig\":{\"appendToExisting\":" + appends + ",\"dropExisting\":" + drops
                + "},\"dataSchema\":{\"granularitySpec\":{\"intervals\":" + list(intervals) + "}}}";
    }

    private MockResponse report() {
        MockResponse failure = reportFailure;
        if (failure != null) {
            return failure;
        }
        Integer segments = published;
        return segments == null
                ? status(404, "No task reports were found for this task.")
                : json("{\"ingestionStatsAndErrors\":{\"payload\":{" + reported + "\"segmentsPublished\":" + segments
                        + "}}}");
    }

    private MockResponse sql(String query) {
        MockResponse failure = brokerFailure;
        if (failure != null) {
            return failure;
        }
        if (query.contains("replication_factor") && !tellsReplication) {
            return status(
                    400,
                    "{\"error\":\"druidException\",\"errorCode\":\"invalidInput\",\"persona\":\"USER\",\"category\":"
                            + "\"INVALID_INPUT\",\"errorMessage\":\"Column 'replication_factor' not found in any table\"}");
        }
        if (query.contains("sys.segments")) {
            return json(rows(served, 1) + (tellsReplication ? rows(unloaded, 0) : "") + "\n");
        }
        return json(table ? "{\"TABLE_NAME\":\"wikipedia\"}\n\n" : "\n");
    }

    private static String rows(List<String> segments, int available) {
        return segments.stream()
                .map(s -> "{\"segment_id\":\"" + s + "\",\"is_available\":" + available + "}\n")
                .collect(Collectors.joining());
    }

    private static String list(List<String> strings) {
        return strings.stream().map(TestCluster::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(@Nullable String s) {
        return s == null ? "null" : "\"" + s + "\"";
    }
}
