package io.druidingest.testkit.contract;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class FakeContract37Test extends OverlordContract {

    /** Of 37.0.0, LocalDruid has no extension. */
    @RegisterExtension
    static final FakeOverlordExtension FAKE =
            FakeOverlordExtension.with(b -> b.version("37.0.0").extensions());

    private final Stage stage;

    FakeContract37Test(FakeOverlord overlord, DruidClient druid) {
        this.stage = new OnFake(overlord, druid);
    }

    @Override
    Stage onStage() {
        return stage;
    }
}
