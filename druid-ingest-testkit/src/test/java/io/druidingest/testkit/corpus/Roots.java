package io.druidingest.testkit.corpus;

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
    }

    private Roots() {}
}
