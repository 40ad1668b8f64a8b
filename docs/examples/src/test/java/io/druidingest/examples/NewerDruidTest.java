package io.druidingest.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.client.model.Capabilities;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test by the guide to the test kit, of another Druid than the usual one. */
class NewerDruidTest {

    @RegisterExtension
    static final FakeOverlordExtension FAKE = FakeOverlordExtension.with(b -> b.version("37.0.0"));

    @Test
    void readsLines(FakeOverlord overlord, DruidClient druid) {
        Capabilities can = overlord.await(druid.cluster().capabilities());

        assertThat(can.inputFormats()).contains("lines");
    }
}
