package io.druidingest.client;

import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.input.InputFormat;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.KafkaSupervisor;
import java.util.Map;

/** Supervisors to submit, and what Druid answers about them. */
final class TestSupervisors {

    static final KafkaSupervisor WIKI = KafkaSupervisor.of(k -> k.dataSchema(s -> s.dataSource("wiki")
                    .timestampSpec(TimestampSpec.iso("ts"))
                    .dimensionsSpec(Dimension.string("page")))
            .ioConfig(io -> io.topic("edits")
                    .consumerProperties(Map.of("sasl.password", TextNode.valueOf("hush")))
                    .bootstrapServers("broker:9092")
                    .inputFormat(InputFormat.json())));

    static final String PATH = "/druid/indexer/v1/supervisor";
    static final String UNKNOWN = "Cannot find any supervisor with id: [wiki]";
    static final String NO_HISTORY = "{\"error\":\"No history for [wiki].\"}";

    /** As Druid gives it back: with the stream under a name that all types share. */
    static final String SPEC =
            SpecJson.write(WIKI).replace("\"topic\":\"edits\"", "\"topic\":\"edits\",\"stream\":\"edits\"");

    static final String HISTORY = "[{\"spec\":" + SPEC + ",\"version\":\"2026-11-20T13:54:27.513Z\"}]";

    static final String TERMINATED =
            "[{\"spec\":{\"type\":\"NoopSupervisorSpec\",\"id\":null,\"dataSources\":[\"wiki\"],"
                    + "\"suspended\":false,\"type\":\"noop\",\"source\":\"noop\"},\"version\":\"2026-11-20T13:54:28.731Z\"},"
                    + HISTORY.substring(1);

    static final String STATUS = "{\"id\":\"wiki\",\"generationTime\":\"2026-11-21T15:56:46.179Z\",\"payload\":"
            + "{\"dataSource\":\"wiki\",\"stream\":\"edits\",\"partitions\":2,\"replicas\":1,\"durationSeconds\":3600,"
            + "\"activeTasks\":[{\"id\":\"index_kafka_wiki_f26c_ibkm\",\"startingOffsets\":{\"1\":0},"
            + "\"startTime\":\"2026-11-21T15:56:10.975Z\",\"remainingSeconds\":3564,\"type\":\"ACTIVE\","
            + "\"currentOffsets\":{\"1\":8},\"lag\":{\"1\":2}}],"
            + "\"publishingTasks\":[{\"id\":\"index_kafka_wiki_bb26_ofon\",\"startingOffsets\":{\"0\":0},"
            + "\"startTime\":\"2026-11-21T15:56:10.935Z\",\"remainingSeconds\":1798,\"type\":\"PUBLISHING\","
            + "\"currentOffsets\":{\"0\":1}}],\"latestOffsets\":{\"1\":10,\"0\":1},\"minimumLag\":{\"1\":2,\"0\":null},"
            + "\"aggregateLag\":2,\"offsetsLastUpdated\":\"2026-11-21T15:56:45.577Z\",\"suspended\":false,"
            + "\"healthy\":true,\"state\":\"RUNNING\",\"detailedState\":\"RUNNING\",\"recentErrors\":[]}}";

    /** Of a supervisor that has found nobody to read from. */
    static final String STATUS_UNHEALTHY = "{\"id\":\"wiki\",\"payload\":{\"dataSource\":\"wiki\",\"stream\":\"edits\","
            + "\"suspended\":false,\"healthy\":false,\"state\":\"UNHEALTHY_SUPERVISOR\","
            + "\"detailedState\":\"UNABLE_TO_CONNECT_TO_STREAM\",\"recentErrors\":["
            + "{\"timestamp\":\"2026-11-21T15:56:45.577Z\",\"exceptionClass\":\"o.a.d.StreamException\","
            + "\"message\":\"an older one\",\"streamException\":true},"
            + "{\"timestamp\":\"2026-11-21T15:57:15.577Z\",\"exceptionClass\":\"o.a.d.StreamException\","
            + "\"message\":\"Timeout expired while fetching topic metadata\",\"streamException\":true}]}}";

    static final String STATUS_OF_COMPACTION = "{\"id\":\"wiki\",\"generationTime\":\"2026-11-21T15:55:37.514Z\","
            + "\"payload\":{\"dataSource\":\"wiki\",\"scheduleStatus\":\"AWAITING_FIRST_RUN\",\"message\":null,"
            + "\"bytesAwaitingCompaction\":1,\"bytesCompacted\":2,\"bytesSkipped\":3,"
            + "\"segmentCountAwaitingCompaction\":4,\"segmentCountCompacted\":5,\"segmentCountSkipped\":6,"
            + "\"intervalCountAwaitingCompaction\":7,\"intervalCountCompacted\":8,\"intervalCountSkipped\":9}}";

    private TestSupervisors() {}

    /** The error page of an exception that nobody caught. */
    static String page(String message) {
        return "{\n\"servlet\":\"default\",\n\"cause0\":\"" + message + "\",\n\"message\":\"" + message
                + "\",\n\"url\":\"/druid/indexer/v1/supervisor\",\n\"status\":\"500\"\n}";
    }
}
