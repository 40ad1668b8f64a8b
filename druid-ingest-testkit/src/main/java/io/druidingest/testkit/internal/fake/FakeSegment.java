package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.unit.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A segment that a task has published. Its interval, version and number are what its id says. */
final class FakeSegment {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final String dataSource;
    private final Interval interval;
    private final String version;
    private final int partition;
    private final long rows;
    private final String dimensions;
    private final String metrics;
    private final boolean isAppended;
    private final boolean isCompacted;
    private final int of;
    private final Instant created;
    private boolean loaded;
    private @Nullable Instant unusedSince;

    /**
     * One that a task publishes.
     *
     * @param like what it is made from; null if its columns are those of the task
     */
    FakeSegment(
            FakeTask task,
            Interval interval,
            String version,
            int partition,
            long rows,
            @Nullable FakeSegment like,
            Instant created) {
        this.dataSource = task.dataSource();
        this.interval = interval;
        this.version = version;
        this.partition = partition;
        this.rows = rows;
        this.dimensions = like == null ? names(task, "dimensionsSpec/dimensions") : like.dimensions;
        this.metrics = like == null ? names(task, "metricsSpec") : like.metrics;
        this.isAppended = appends(task);
        this.isCompacted = task.type().equals("compact");
        this.of = task.version();
        this.created = created;
    }

    private static String names(FakeTask task, String where) {
        List<String> names = new ArrayList<>();
        task.payload()
                .at("/spec/dataSchema/" + where)
                .forEach(column -> names.add(
                        column.isTextual()
                                ? column.asText()
                                : column.path("name").asText()));
        return String.join(",", names);
    }

    /** Whether a task adds to what is there. */
    static boolean appends(FakeTask task) {
        JsonNode destination = task.payload().at("/spec/destination");
        return destination.isObject()
                ? !destination.has("replaceTimeChunks")
                : task.readsStream()
                        || task.payload().at("/spec/ioConfig/appendToExisting").asBoolean();
    }

    /** A time as Druid writes it in ids and versions. */
    static String written(Instant time) {
        return TIME.format(time);
    }

    String id() {
        return dataSource + "_" + start() + "_" + end() + "_" + version + (partition == 0 ? "" : "_" + partition);
    }

    String dataSource() {
        return dataSource;
    }

    Interval interval() {
        return interval;
    }

    String start() {
        return written(interval.start());
    }

    String end() {
        return written(interval.end());
    }

    /** Whether it is what a compaction has made. */
    boolean isCompacted() {
        return isCompacted;
    }

    String version() {
        return version;
    }

    int partition() {
        return partition;
    }

    long rows() {
        return rows;
    }

    /** How many bytes it has. */
    long size() {
        return 100 * rows;
    }

    boolean isUsed() {
        return unusedSince == null;
    }

    /** Marks it used, or unused since a time. */
    void mark(@Nullable Instant unused) {
        unusedSince = unused;
    }

    /** Whether a server serves it. */
    boolean isLoaded() {
        return loaded && isUsed();
    }

    void load() {
        loaded = true;
    }

    boolean overlaps(Interval other) {
        return overlap(interval, other);
    }

    /** Whether two times have some time in common. */
    static boolean overlap(Interval one, Interval other) {
        return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    }

    /** Whether its time is all of a chunk, and no more. */
    boolean fills(Interval chunk) {
        return interval.start().equals(chunk.start()) && interval.end().equals(chunk.end());
    }

    boolean covers(Interval chunk) {
        return !interval.start().isAfter(chunk.start()) && !interval.end().isBefore(chunk.end());
    }

    boolean isWithin(Interval other) {
        return !interval.start().isBefore(other.start()) && !interval.end().isAfter(other.end());
    }

    /** As the Coordinator tells of it. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("dataSource", dataSource)
                .put("interval", start() + "/" + end())
                .put("version", version);
        json.putObject("loadSpec")
                .put("type", "local")
                .put(
                        "path",
                        "/var/druid/segments/" + dataSource + "/" + start() + "_" + end() + "/" + version + "/"
                                + partition + "/index/");
        json.put("dimensions", dimensions).put("metrics", metrics);
        json.putObject("shardSpec")
                .put("type", "numbered")
                .put("partitionNum", partition)
                .put("partitions", isAppended ? 0 : 1); // more may come
        json.put("binaryVersion", 9).put("size", size());
        if (of >= 37) {
            json.put("totalRows", rows);
        }
        return json.put("identifier", id());
    }

    /** As the Coordinator tells of it, and of how it is served. */
    ObjectNode jsonWithStatus(boolean hidden) {
        ObjectNode json =
                json().put("overshadowed", hidden).put("numRows", rows).put("realtime", false);
        return of < 37 ? json : hidden ? json.put("replicationFactor", 0) : json.putNull("replicationFactor");
    }

    /** As the Coordinator tells of it when it is unused. */
    ObjectNode jsonOfUnused() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("dataSegment", json());
        json.put("createdDate", written(created))
                .put("usedStatusLastUpdatedDate", written(unusedSince == null ? created : unusedSince))
                .put("used", false)
                .putNull("schemaFingerprint")
                .putNull("numRows")
                .putNull("upgradedFromSegmentId");
        return of < 37 ? json : json.putNull("indexingStateFingerprint");
    }
}
