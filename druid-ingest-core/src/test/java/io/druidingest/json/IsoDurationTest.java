package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.Samples;
import io.druidingest.spec.IndexParallelTuningConfig;
import io.druidingest.spec.Task;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text was shown to Druid's own reader. */
class IsoDurationTest {

    private static final String LOAD = SpecJson.write(Samples.LOAD);

    private static String with(String property) {
        return LOAD.replace("\"maxNumConcurrentSubTasks\":4", property);
    }

    private static Duration read(String text) {
        String json = "{\"type\":\"index_parallel\",\"chatHandlerTimeout\":\"" + text + "\"}";
        return SpecJson.read(json, IndexParallelTuningConfig.class, SpecJson.Mode.STRICT)
                .chatHandlerTimeout();
    }

    @ParameterizedTest
    @CsvSource({
        "P1W,       PT168H",
        "p1w,       PT168H",
        "P1W2DT3H,  PT219H",
        "pt1h,      PT1H",
        "PT3600S,   PT1H",
        "PT0.500S,  PT0.5S",
        "PT.5S,     PT0.5S",
        "PT5.S,     PT5S",
        "'PT1,5S',  PT1.5S",
        "PT+1H,     PT1H",
        "P2147483647D, PT51539607528H",
    })
    void readsWhatDruidReads(String text, Duration length) {
        assertThat(read(text)).isEqualTo(length);
        assertThat(read(IsoDuration.write(length))).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PT", "P", "P1DT", "PT1.5H", "P1D2W", "-PT1H", "+PT1H", "P2147483648D", "PT.S", "1h", "5000"})
    void refusesWhatDruidRefuses(String text) {
        assertThatThrownBy(() -> read(text))
                .hasMessageContaining(
                        "chatHandlerTimeout   malformed: is text; write an ISO-8601 duration such as PT1H");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1M", "P1Y", "p1y2m3dt4h", "P1M2D"})
    void hasNoMonths(String text) {
        assertThatThrownBy(() -> read(text))
                .hasMessageContaining("write weeks, days or hours: months and years have no fixed length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.0005S", "PT0.1239S", "PT-1.0000000001S"})
    void isNotCutOff(String text) {
        assertThatThrownBy(() -> SpecJson.read(
                        with("\"chatHandlerTimeout\":\"" + text + "\""), Task.class, SpecJson.Mode.LENIENT))
                .hasMessageContaining("spec.tuningConfig.chatHandlerTimeout   malformed: ")
                .hasMessageContaining("is finer than Druid's millisecond; round it");
    }

    @Test
    void isJudgedWhereverItWasMade() {
        assertThatThrownBy(() -> Samples.LOAD.toBuilder()
                        .tuningConfig(
                                c -> c.pushTimeout(Duration.ofNanos(5)).chatHandlerTimeout(Duration.ofDays(1L << 31)))
                        .build())
                .hasMessageContaining("pushTimeout          malformed: PT0.000000005S is finer")
                .hasMessageContaining("chatHandlerTimeout   malformed: PT51539607552H is longer than Druid can tell");
        assertThatThrownBy(() -> Samples.LOAD.toBuilder()
                        .tuningConfig(c -> c.pushTimeout(Duration.ofSeconds(Long.MAX_VALUE)))
                        .build())
                .hasMessageContaining("is longer than Druid can tell");
    }
}
