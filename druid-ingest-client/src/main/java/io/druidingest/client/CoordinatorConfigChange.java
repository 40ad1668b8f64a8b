package io.druidingest.client;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to set of the Coordinator's config. Not thread-safe.
 *
 * @see <a href="https://druid.apache.org/docs/latest/configuration/#dynamic-configuration">dynamic configuration</a>
 */
public final class CoordinatorConfigChange {

    private final Map<String, Object> properties = new LinkedHashMap<>();

    CoordinatorConfigChange() {}

    /** Whether to assign, move and drop no segments at all: what is loaded then becomes queryable only afterwards. */
    public CoordinatorConfigChange pauseCoordination(boolean pause) {
        return property("pauseCoordination", pause);
    }

    /** Whether Druid chooses the numbers of segments to move and to queue by itself. Druid's default: true. */
    public CoordinatorConfigChange smartSegmentLoading(boolean smart) {
        return property("smartSegmentLoading", smart);
    }

    /** How many segments may be moved at one time, without smart loading. Druid's default: 100. */
    public CoordinatorConfigChange maxSegmentsToMove(int segments) {
        return property("maxSegmentsToMove", segments);
    }

    /** How many segments a server's queue may hold, without smart loading; 0 is no limit. Druid's default: 500. */
    public CoordinatorConfigChange maxSegmentsInNodeLoadingQueue(int segments) {
        return property("maxSegmentsInNodeLoadingQueue", segments);
    }

    /** How many replicas a tier may get in one run, without smart loading. Druid's default: 500. */
    public CoordinatorConfigChange replicationThrottleLimit(int segments) {
        return property("replicationThrottleLimit", segments);
    }

    /** Whether a segment that a server fails to load is given to another. Druid's default: false. */
    public CoordinatorConfigChange replicateAfterLoadTimeout(boolean replicate) {
        return property("replicateAfterLoadTimeout", replicate);
    }

    /** How long after a leader starts it leaves overshadowed segments alone. Druid's default: 15 minutes. */
    public CoordinatorConfigChange millisToWaitBeforeDeleting(Duration wait) {
        return property("millisToWaitBeforeDeleting", wait.toMillis());
    }

    /** The datasources whose unused segments are deleted by Druid itself, if that is switched on; none is all of them. */
    public CoordinatorConfigChange killDataSourceWhitelist(Collection<String> dataSources) {
        return property("killDataSourceWhitelist", List.copyOf(dataSources));
    }

    /** The part of all task slots that tasks may have which delete, from 0 to 1. Druid's default: 0.1. */
    public CoordinatorConfigChange killTaskSlotRatio(double ratio) {
        return property("killTaskSlotRatio", ratio);
    }

    /** How many task slots tasks may have which delete. Druid's default: no limit. */
    public CoordinatorConfigChange maxKillTaskSlots(int slots) {
        return property("maxKillTaskSlots", slots);
    }

    /** The Historicals, as {@code host:port}, whose segments are moved to others, so that they can be switched off. */
    public CoordinatorConfigChange decommissioningNodes(Collection<String> hosts) {
        return property("decommissioningNodes", List.copyOf(hosts));
    }

    /** Any property by its name, for one that has no method here. Druid ignores names that it does not know. */
    public CoordinatorConfigChange property(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    Map<String, Object> properties() {
        return properties;
    }
}
