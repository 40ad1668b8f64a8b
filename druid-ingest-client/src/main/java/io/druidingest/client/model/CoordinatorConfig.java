package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a Coordinator works, as far as that can be set while it does.
 *
 * @see <a href="https://druid.apache.org/docs/latest/configuration/#dynamic-configuration">dynamic configuration</a>
 */
public final class CoordinatorConfig extends Answer {

    private CoordinatorConfig(JsonNode json) {
        super(json);
    }

    /** The config that this JSON tells. */
    public static CoordinatorConfig of(JsonNode json) {
        return new CoordinatorConfig(json);
    }

    /** Whether it assigns, moves and drops no segments at all. */
    public boolean pauseCoordination() {
        return json().path("pauseCoordination").asBoolean();
    }

    /** Whether Druid chooses the numbers of segments to move and to queue by itself. */
    public boolean smartSegmentLoading() {
        return json().path("smartSegmentLoading").asBoolean();
    }

    /** How many segments may be moved at one time, without smart loading. */
    public int maxSegmentsToMove() {
        return json().path("maxSegmentsToMove").asInt();
    }

    /** How many segments a server's queue may hold, without smart loading; 0 is no limit. */
    public int maxSegmentsInNodeLoadingQueue() {
        return json().path("maxSegmentsInNodeLoadingQueue").asInt();
    }

    /** How many replicas a tier may get in one run, without smart loading. */
    public int replicationThrottleLimit() {
        return json().path("replicationThrottleLimit").asInt();
    }

    /** Whether a segment that a server fails to load is given to another. */
    public boolean replicateAfterLoadTimeout() {
        return json().path("replicateAfterLoadTimeout").asBoolean();
    }

    /** How long after a leader starts it leaves overshadowed segments alone. */
    public Duration millisToWaitBeforeDeleting() {
        return Duration.ofMillis(json().path("millisToWaitBeforeDeleting").asLong());
    }

    /** The datasources whose unused segments are deleted by Druid itself, if that is switched on; none is all of them. */
    public List<String> killDataSourceWhitelist() {
        return texts("killDataSourceWhitelist");
    }

    /** The part of all task slots that tasks may have which delete, from 0 to 1. */
    public double killTaskSlotRatio() {
        return json().path("killTaskSlotRatio").asDouble();
    }

    /** How many task slots tasks may have which delete. */
    public int maxKillTaskSlots() {
        return json().path("maxKillTaskSlots").asInt();
    }

    /** The Historicals, as {@code host:port}, whose segments are moved to others. */
    public List<String> decommissioningNodes() {
        return texts("decommissioningNodes");
    }

    private List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        json().path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
