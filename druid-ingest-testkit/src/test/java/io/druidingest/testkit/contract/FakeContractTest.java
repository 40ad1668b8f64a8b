package io.druidingest.testkit.contract;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class FakeContractTest extends Contract {

    /** What LocalDruid has, too. */
    @RegisterExtension
    static final FakeOverlordExtension FAKE =
            FakeOverlordExtension.with(b -> b.extensions("druid-kafka-indexing-service", "druid-datasketches"));

    private final Stage stage;

    FakeContractTest(FakeOverlord overlord, DruidClient druid) {
        this.stage = new OnFake(overlord, druid);
    }

    @Override
    Stage onStage() {
        return stage;
    }
}
