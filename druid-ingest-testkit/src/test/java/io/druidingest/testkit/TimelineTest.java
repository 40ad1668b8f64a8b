package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.testkit.Timeline.Entry;
import io.druidingest.testkit.Timeline.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void printsWhatIsRepeatedOnce() {
        Timeline timeline = Timeline.of(List.of(
                entry(0, Kind.REQUEST, "GET /status -> 200"),
                entry(1, Kind.REQUEST, "POST /poll -> 200"),
                entry(2, Kind.REQUEST, "POST /poll -> 200"),
                entry(3, Kind.REQUEST, "POST /poll -> 200"),
                entry(4, Kind.EVENT, "POST /poll -> 200")));

        assertThat(timeline)
                .hasToString("2026-01-01T00:00:00Z  GET /status -> 200\n"
                        + "2026-01-01T00:00:01Z  POST /poll -> 200, and 2 more until 2026-01-01T00:00:03Z\n"
                        + "2026-01-01T00:00:04Z    * POST /poll -> 200");
        assertThat(timeline.entries()).hasSize(5);
    }

    @Test
    void doesNotTellInWhichOrderThreadsAsked() {
        Entry taken = new Entry(START, Kind.REQUEST, "a", "POST /task -> 200");
        Entry status = new Entry(START, Kind.REQUEST, "a", "GET /task/a/status -> 200");
        Entry report = new Entry(START, Kind.REQUEST, "a", "GET /task/a/reports -> 200");
        Entry ended = new Entry(START, Kind.EVENT, "a", "SUCCESS");

        assertThat(Timeline.of(List.of(taken, status, report, ended)).entries())
                .isEqualTo(Timeline.of(List.of(taken, report, status, ended)).entries())
                .containsExactly(taken, report, status, ended);
        assertThat(Timeline.of(List.of(taken, status, ended, report)).entries())
                .containsExactly(taken, status, ended, report);
    }

    private static Entry entry(int second, Kind kind, String text) {
        return new Entry(START.plusSeconds(second), kind, "", text);
    }
}
