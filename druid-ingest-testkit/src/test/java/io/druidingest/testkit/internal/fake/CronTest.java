package io.druidingest.testkit.internal.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.druidingest.testkit.internal.fake.http.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unix|* * * * *|2026-02-28T23:58:30Z|2026-02-28T23:59:00Z",
                "unix|*/15 3,5 * * *|2026-02-28T03:45:00Z|2026-02-28T05:00:00Z",
                "unix|0 0 1 1 *|2026-01-01T00:00:00Z|2027-01-01T00:00:00Z",
                "unix|30 6 * * MON-FRI|2026-01-02T06:30:00Z|2026-01-05T06:30:00Z",
                "unix|0 0 13 * 5|2026-01-01T00:00:00Z|2026-01-02T00:00:00Z",
                "unix|0 0 * * 7|2026-01-01T00:00:00Z|2026-01-04T00:00:00Z",
                "unix|@monthly|2026-01-01T00:00:01Z|2026-02-01T00:00:00Z",
                "unix|0 0 29 2 *|2026-01-01T00:00:00Z|2028-02-29T00:00:00Z",
                "quartz|10/20 * * * * ?|2026-01-01T00:00:30Z|2026-01-01T00:00:50Z",
                "quartz|0 0 2 ? * 1|2026-01-01T00:00:00Z|2026-01-04T02:00:00Z",
                "quartz|0 0 2 1 JUN ? *|2026-01-01T00:00:00Z|2026-06-01T02:00:00Z"
            })
    void tellsTheNextTime(String type, String schedule, Instant after, Instant next) {
        assertThat(cron(type, schedule).next(after)).isEqualTo(next);
    }

    @Test
    void aDayThatNeverComesIsNotTold() {
        assertThat(cron("unix", "0 0 31 2 *").next(Instant.parse("2026-01-01T00:00:00Z")))
                .isNull();
    }

    @Test
    void whatItCannotReadIsRefused() {
        assertThatThrownBy(() -> cron("quartz", "0 0 2 L * ?")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cron("unix", "* * *")).isInstanceOf(Refusal.class);
    }

    private static Cron cron(String type, String schedule) {
        return Cron.of(JsonNodeFactory.instance.objectNode().put("type", type).put("schedule", schedule));
    }
}
