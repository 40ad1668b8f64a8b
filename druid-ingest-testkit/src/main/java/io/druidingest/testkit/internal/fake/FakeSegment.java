package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.unit.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A segment that a task has published. Its interval, version and number are what its id says. */
final class FakeSegment {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final String dataSource;
    private final Interval interval;
    private final String version;
    private final int partition;
    private final long rows;
    private boolean loaded;

    FakeSegment(String dataSource, Interval interval, String version, int partition, long rows) {
        this.dataSource = dataSource;
        this.interval = interval;
        this.version = version;
        this.partition = partition;
        this.rows = rows;
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

    /** Whether a server serves it. */
    boolean isLoaded() {
        return loaded;
    }

    void load() {
        loaded = true;
    }

    boolean overlaps(Interval other) {
        return interval.start().isBefore(other.end()) && other.start().isBefore(interval.end());
    }

    /** Whether it is hidden once the other is served: by a newer version that covers its time. */
    boolean isHiddenBy(FakeSegment other) {
        return dataSource.equals(other.dataSource)
                && version.compareTo(other.version) < 0
                && !interval.start().isBefore(other.interval.start())
                && !interval.end().isAfter(other.interval.end());
    }

    /** As the Coordinator tells of it. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("dataSource", dataSource)
                .put("interval", start() + "/" + end())
                .put("version", version);
        json.putObject("loadSpec").put("type", "local").put("path", "/segments/" + id() + "/index/");
        json.put("dimensions", "").put("metrics", "");
        json.putObject("shardSpec")
                .put("type", "numbered")
                .put("partitionNum", partition)
                .put("partitions", 1);
        return json.put("binaryVersion", 9).put("size", size()).put("identifier", id());
    }
}
