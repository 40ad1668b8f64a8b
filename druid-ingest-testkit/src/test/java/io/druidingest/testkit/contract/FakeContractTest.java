package io.druidingest.testkit.contract;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeOverlordExtension.class)
class FakeContractTest extends Contract {

    private final Stage stage;

    FakeContractTest(FakeOverlord overlord, DruidClient druid) {
        this.stage = new OnFake(overlord, druid);
    }

    @Override
    Stage onStage() {
        return stage;
    }
}
