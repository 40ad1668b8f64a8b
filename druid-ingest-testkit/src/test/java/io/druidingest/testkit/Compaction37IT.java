package io.druidingest.testkit;

import io.druidingest.client.DruidClient;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OtherDruid.Of37.class)
class Compaction37IT extends CompactionCases {

    Compaction37IT(DruidClient druid) {
        super(druid);
    }
}
