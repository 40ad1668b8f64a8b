package io.druidingest.testkit.contract;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.LocalDruid;
import io.druidingest.testkit.LocalKafka;
import io.druidingest.testkit.junit5.RealDruid;

@RealDruid
class ContractIT extends Contract {

    private final Stage stage;

    ContractIT(LocalDruid local, DruidClient druid, LocalKafka kafka) {
        this.stage = new OnDruid(local, druid, kafka);
    }

    @Override
    Stage onStage() {
        return stage;
    }
}
