package io.druidingest.testkit.contract;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.LocalDruid;
import io.druidingest.testkit.LocalKafka;
import io.druidingest.testkit.junit5.RealDruid;

@RealDruid(version = "37.0.0")
class Contract37IT extends OverlordContract {

    private final Stage stage;

    Contract37IT(LocalDruid local, DruidClient druid, LocalKafka kafka) {
        this.stage = new OnDruid(local, druid, kafka);
    }

    @Override
    Stage onStage() {
        return stage;
    }
}
