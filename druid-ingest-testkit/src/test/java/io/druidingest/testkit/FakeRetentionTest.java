package io.druidingest.testkit;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeOverlordExtension.class)
class FakeRetentionTest extends RetentionCases {

    FakeRetentionTest(DruidClient druid) {
        super(druid);
    }
}
