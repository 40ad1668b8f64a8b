package io.druidingest.client.model;

import java.util.Set;
import java.util.TreeSet;

/** The types that a cluster knows, those of its extensions included. Immutable. */
public final class Capabilities {

    private final Set<String> tasks;
    private final Set<String> supervisors;
    private final Set<String> samplers;
    private final Set<String> inputSources;
    private final Set<String> inputFormats;
    private final Set<String> metrics;

    /** Puts the parts together. */
    public Capabilities(
            Set<String> tasks,
            Set<String> supervisors,
            Set<String> samplers,
            Set<String> inputSources,
            Set<String> inputFormats,
            Set<String> metrics) {
        this.tasks = Set.copyOf(tasks);
        this.supervisors = Set.copyOf(supervisors);
        this.samplers = Set.copyOf(samplers);
        this.inputSources = Set.copyOf(inputSources);
        this.inputFormats = Set.copyOf(inputFormats);
        this.metrics = Set.copyOf(metrics);
    }

    /** Whether it is the type of anything that is listed here, for example {@code kafka}. */
    public boolean supports(String type) {
        return tasks.contains(type)
                || supervisors.contains(type)
                || samplers.contains(type)
                || inputSources.contains(type)
                || inputFormats.contains(type)
                || metrics.contains(type);
    }

    /** The types of tasks, with those that only Druid itself submits. */
    public Set<String> tasks() {
        return tasks;
    }

    /** The types of supervisors. */
    public Set<String> supervisors() {
        return supervisors;
    }

    /** The types of specs that can be sampled. */
    public Set<String> samplers() {
        return samplers;
    }

    /** The types of input sources. */
    public Set<String> inputSources() {
        return inputSources;
    }

    /** The types of input formats. */
    public Set<String> inputFormats() {
        return inputFormats;
    }

    /** The types of metrics. */
    public Set<String> metrics() {
        return metrics;
    }

    @Override
    public String toString() {
        return "Capabilities{tasks=" + new TreeSet<>(tasks) + ", supervisors=" + new TreeSet<>(supervisors)
                + ", samplers=" + new TreeSet<>(samplers) + ", inputSources=" + new TreeSet<>(inputSources)
                + ", inputFormats=" + new TreeSet<>(inputFormats) + ", metrics=" + new TreeSet<>(metrics) + "}";
    }
}
