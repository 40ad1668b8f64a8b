package io.druidingest.testkit.corpus;

import io.druidingest.coordinator.ClusterCompactionConfig;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.coordinator.RetentionRule;
import io.druidingest.json.SpecObject;
import io.druidingest.spec.Supervisor;
import io.druidingest.spec.Task;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documents that Druid takes, by the name that the reader of Druid's classes has for each. */
public final class Roots {

    /** What each is read as here. */
    static final Map<String, Class<? extends SpecObject>> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("task", Task.class);
        TYPES.put("supervisor", Supervisor.class);
        TYPES.put("rule", RetentionRule.class);
        TYPES.put("compactionConfig", CompactionConfig.class);
        TYPES.put("clusterCompactionConfig", ClusterCompactionConfig.class);
    }

    private Roots() {}
}
