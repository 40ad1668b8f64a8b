package io.druidingest.testkit;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.junit5.LocalDruidExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalDruidExtension.class)
class RetentionIT extends RetentionCases {

    RetentionIT(DruidClient druid) {
        super(druid);
    }
}
