package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A supervisor that compacts a datasource: it tells how that stands, which {@link AutoCompaction} does. */
final class CompactionSupervisor extends FakeSupervisor {

    private final CompactionState compaction;

    CompactionSupervisor(World world, SupervisorSpec spec, CompactionState compaction) {
        super(world, spec);
        this.compaction = compaction;
    }

    @Override
    void start() {
        compaction.changed();
    }

    @Override
    String state() {
        return !compaction.usesSupervisors()
                ? "SCHEDULER_STOPPED"
                : spec().isSuspended() ? "SUSPENDED" : isHealthy() ? "RUNNING" : "INVALID_SPEC";
    }

    @Override
    boolean isHealthy() {
        return !compaction.usesSupervisors() || compaction.problem(spec().json().path("spec")) == null;
    }

    @Override
    ObjectNode payload() {
        return compaction.snapshot(spec());
    }
}
