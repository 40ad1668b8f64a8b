package io.druidingest.testkit;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.junit5.LocalDruidExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalDruidExtension.class)
class CompactionIT extends CompactionCases {

    CompactionIT(DruidClient druid) {
        super(druid);
    }
}
