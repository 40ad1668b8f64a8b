package io.druidingest.testkit.internal.localdruid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader tells what an Overlord would make of a document. */
class DruidReaderIT {

    @ParameterizedTest
    @ValueSource(strings = {"33.0.0", "37.0.0"})
    void tellsWhatDruidMakesOfIt(String version) {
        try (DruidReader druid = DruidReader.start(version)) {
            DruidReader.Reading noop = druid.read("task", "{\"type\":\"noop\",\"id\":\"a\",\"runTimes\":5}");
            assertThat(noop.refusal()).isEmpty();
            assertThat(noop.unknown()).containsExactly("NoopTask.runTimes");
            assertThat(noop.back().path("id").asText()).isEqualTo("a");

            DruidReader.Reading kill = druid.read("task", "{\"type\":\"kill\",\"dataSource\":\"a\"}");
            assertThat(kill.refusal()).contains("interval");
        }
    }
}
