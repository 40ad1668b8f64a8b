package io.druidingest.testkit.contract;

import org.junit.jupiter.api.Nested;

/** All cases, for the version that has everything. */
abstract class Contract extends OverlordContract {

    @Nested
    class Tasks extends TaskCases {
        Tasks() {
            super(onStage());
        }
    }

    @Nested
    class Ladder extends LadderCases {
        Ladder() {
            super(onStage());
        }
    }

    @Nested
    class Sql extends SqlCases {
        Sql() {
            super(onStage());
        }
    }

    @Nested
    class Supervisors extends SupervisorCases {
        Supervisors() {
            super(onStage());
        }
    }

    @Nested
    class Refusals extends RefusalCases {
        Refusals() {
            super(onStage());
        }
    }

    @Nested
    class Nodes extends NodeCases {
        Nodes() {
            super(onStage());
        }
    }
}
