package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.testkit.junit5.RealDruid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What can be asked of a {@link LocalDruid} beyond its version. */
@Timeout(180)
@RealDruid
class LocalDruidSettingsIT {

    @Test
    @RealDruid(middleManager = true)
    void withAMiddleManagerATaskLeavesALog(DruidClient druid) {
        TaskHandle task = druid.tasks()
                .submit(Loads.inline(Loads.newDataSource(), Loads.rows(10)))
                .join();
        task.queryable().join();

        assertThat(task.log().text().join()).contains(task.id()).contains("\"status\" : \"SUCCESS\"");
    }

    /** Not one of Druid's own, of which there is none that only this test would fetch. */
    @Test
    @RealDruid(version = "37.0.0", extensions = "org.apache.kafka:kafka-clients:3.9.0")
    void anExtensionIsOnTheClassPathWithWhatItDependsOn(LocalDruid druid) {
        assertThat(new Wire(druid)
                        .ask("/status/properties")
                        .path("java.class.path")
                        .asText())
                .contains("kafka-clients-3.9.0.jar", "zstd-jni");
    }

    @Test
    void aMiddleManagerOf37IsRefused() {
        assertThatThrownBy(() -> LocalDruid.start(b -> b.version("37.0.0").middleManager()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose 33.0.0 or 27.0.0");
    }

    @Test
    void whatIsNoCoordinateIsRefused() {
        assertThatThrownBy(() -> LocalDruid.missing(b -> b.extension("druid-avro-extensions")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("group:artifact:version");
    }

    @Test
    void anExtensionThatThereIsNotIsNoMatterOfTheNetwork() {
        assertThatThrownBy(() -> LocalDruid.missing(b -> b.extension("io.druidingest:nobody-has-this:1")))
                .isInstanceOf(LocalProcessException.class)
                .hasMessageContaining("io.druidingest:nobody-has-this");
    }
}
