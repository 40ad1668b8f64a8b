package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published segment, as the metadata store has it.
 *
 * @see <a href="https://druid.apache.org/docs/latest/design/segments">segments</a>
 */
public final class DataSegment extends Answer {

    private DataSegment(JsonNode json) {
        super(json);
    }

    /** The segment that this JSON tells. */
    public static DataSegment of(JsonNode json) {
        return new DataSegment(json);
    }

    /** The id: datasource, interval, version, and partition unless that is 0. */
    public String id() {
        return text("identifier");
    }

    public String dataSource() {
        return text("dataSource");
    }

    /** The time that its rows are of. */
    public Interval interval() {
        return Interval.of(text("interval"));
    }

    /** When its task locked the time chunk, as text that sorts by time; the newest hides the older ones. */
    public String version() {
        return text("version");
    }

    /** The names of the dimension columns. */
    public List<String> dimensions() {
        return listed("dimensions");
    }

    /** The names of the metric columns. */
    public List<String> metrics() {
        return listed("metrics");
    }

    /** Which part of the rows of its interval and version it holds. */
    public ShardSpec shardSpec() {
        return new ShardSpec(json().path("shardSpec"));
    }

    /** Bytes in deep storage, uncompressed where that compresses. */
    public long size() {
        return number("size");
    }

    /** Rows; null if Druid does not tell, as those before 37 mostly do not. */
    public @Nullable Long numRows() {
        Long rows = numberOrNull("numRows");
        return rows == null ? numberOrNull("totalRows") : rows;
    }

    /** Whether newer segments hide it; null where that was not asked for. */
    public @Nullable Boolean overshadowed() {
        return booleanOrNull("overshadowed");
    }

    /** Whether a task serves it and has not published it yet; null where that was not asked for. */
    public @Nullable Boolean realtime() {
        return booleanOrNull("realtime");
    }

    /** Copies that the retention rules want, of all tiers together; null if not known yet, or not asked for. */
    public @Nullable Integer replicationFactor() {
        Long factor = numberOrNull("replicationFactor");
        return factor == null ? null : factor.intValue();
    }

    /** Whether it holds no rows, and is there to hide older segments. */
    public boolean isTombstone() {
        return shardSpec().type().equals("tombstone");
    }

    /** Druid joins names with commas. */
    private List<String> listed(String field) {
        String joined = text(field);
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
