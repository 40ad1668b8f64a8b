package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecObject;
import io.druidingest.tuning.AppendableIndexSpec;
import io.druidingest.tuning.IndexSpec;
import io.druidingest.tuning.SegmentWriteOutMediumFactory;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code tuningConfig}s of all stream supervisors have in common.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor#tuning-configuration">tuning configuration</a>
 */
public interface StreamTuningConfig extends SpecObject {

    /** The type id: the one of the supervisor. */
    String type();

    @DruidDefault("150000")
    @Nullable Integer maxRowsInMemory();

    @DruidDefault("0")
    @Nullable Long maxBytesInMemory();

    @DruidDefault("false")
    @Nullable Boolean skipBytesInMemoryOverheadCheck();

    @DruidDefault("5000000")
    @Nullable Integer maxRowsPerSegment();

    @Nullable Long maxTotalRows();

    @DruidDefault("\"PT10M\"")
    @Nullable Duration intermediatePersistPeriod();

    @DruidDefault("\"P2147483647D\"")
    @Nullable Duration intermediateHandoffPeriod();

    @DruidDefault("0")
    @Nullable Integer maxPendingPersists();

    @DruidDefault("-1")
    @Nullable Integer maxColumnsToMerge();

    @Nullable IndexSpec indexSpec();

    @Nullable IndexSpec indexSpecForIntermediatePersists();

    @DruidDefault("{\"type\":\"onheap\"}")
    @Nullable AppendableIndexSpec appendableIndexSpec();

    @Nullable SegmentWriteOutMediumFactory segmentWriteOutMediumFactory();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("900000")
    @Nullable Duration handoffConditionTimeout();

    @DruidDefault("false")
    @Nullable Boolean resetOffsetAutomatically();

    @Nullable Integer workerThreads();

    @DruidDefault("8")
    @Nullable Long chatRetries();

    @DruidDefault("\"PT10S\"")
    @Nullable Duration httpTimeout();

    @DruidDefault("\"PT80S\"")
    @Nullable Duration shutdownTimeout();

    @DruidDefault("\"PT30S\"")
    @Nullable Duration offsetFetchPeriod();

    @DruidDefault("false")
    @Nullable Boolean logParseExceptions();

    @DruidDefault("2147483647")
    @Nullable Integer maxParseExceptions();

    @DruidDefault("0")
    @Nullable Integer maxSavedParseExceptions();

    @DruidDefault("false")
    @Nullable Boolean reportParseExceptions();

    /** Druid tells what it made of indexSpec, and repeats what only Kinesis reads. */
    @Override
    default void normalize(ObjectNode json) {
        if (!type().equals("kinesis")) {
            json.remove(List.of("skipSequenceNumberAvailabilityCheck", "repartitionTransitionDuration"));
        }
        if (json.path("indexSpecForIntermediatePersists").equals(json.path("indexSpec"))) {
            json.remove("indexSpecForIntermediatePersists");
        }
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(maxRowsInMemory(), at.at("maxRowsInMemory"));
        Amounts.positive(maxRowsPerSegment(), at.at("maxRowsPerSegment"));
        Amounts.positive(maxTotalRows(), at.at("maxTotalRows"));
        Amounts.notNegative(workerThreads(), at.at("workerThreads"));
        Amounts.notNegative(intermediatePersistPeriod(), at.at("intermediatePersistPeriod"));
        Amounts.notNegative(intermediateHandoffPeriod(), at.at("intermediateHandoffPeriod"));
        Amounts.notNegative(maxPendingPersists(), at.at("maxPendingPersists"));
        Amounts.notNegative(handoffConditionTimeout(), at.at("handoffConditionTimeout"));
        Amounts.notNegative(chatRetries(), at.at("chatRetries"));
        Amounts.notNegative(httpTimeout(), at.at("httpTimeout"));
        Amounts.notNegative(shutdownTimeout(), at.at("shutdownTimeout"));
        Amounts.notNegative(offsetFetchPeriod(), at.at("offsetFetchPeriod"));
        Amounts.notNegative(maxParseExceptions(), at.at("maxParseExceptions"));
        Amounts.notNegative(maxSavedParseExceptions(), at.at("maxSavedParseExceptions"));
        Duration handoff = handoffConditionTimeout();
        StreamChecks.longEnough(
                handoff == null || handoff.isZero() ? null : handoff, // zero is for ever
                "a task ends before its segments are served elsewhere",
                at.at("handoffConditionTimeout"));
    }
}
