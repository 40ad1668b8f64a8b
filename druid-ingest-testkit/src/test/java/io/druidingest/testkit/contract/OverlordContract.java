package io.druidingest.testkit.contract;

import org.junit.jupiter.api.Nested;

/** What needs neither a Broker nor extensions, so that it can be played on each version. */
abstract class OverlordContract {

    /** Where they are played. */
    abstract Stage onStage();

    @Nested
    class Segments extends SegmentsCases {
        Segments() {
            super(onStage());
        }
    }

    @Nested
    class Compaction extends CompactionCases {
        Compaction() {
            super(onStage());
        }
    }

    @Nested
    class Retention extends RetentionCases {
        Retention() {
            super(onStage());
        }
    }

    @Nested
    class Cluster extends ClusterCases {
        Cluster() {
            super(onStage());
        }
    }

    @Nested
    class OtherSupervisors extends OtherSupervisorCases {
        OtherSupervisors() {
            super(onStage());
        }
    }
}
