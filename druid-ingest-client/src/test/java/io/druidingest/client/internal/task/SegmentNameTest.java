package io.druidingest.client.internal.task;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SegmentNameTest {

    private static final String V1 = "2026-11-19T00:00:00.000Z";
    private static final String V2 = "2026-11-20T00:00:00.000Z";
    private static final String JAN = "ds_2024-01-01T00:00:00.000Z_2024-02-01T00:00:00.000Z_";
    private static final String DAY = "ds_2024-01-05T00:00:00.000Z_2024-01-06T00:00:00.000Z_";
    private static final String EVER = "ds_-146136543-09-08T08:23:32.096Z_146140482-04-24T15:36:27.903Z_";

    @Test
    void aNewerVersionHidesTheOneOfItsInterval() {
        assertThat(visible(JAN + V1, JAN + V1 + "_1", JAN + V2)).containsExactly(JAN + V2);
        assertThat(visible(JAN + V2, JAN + V1 + "_1", JAN + V1)).containsExactly(JAN + V2);
    }

    @Test
    void partitionsOfOneVersionAreAllVisible() {
        assertThat(visible(JAN + V1, JAN + V1 + "_1", JAN + V1 + "_2")).hasSize(3);
    }

    @Test
    void aNewerVersionHidesOlderOnesInsideIt() {
        assertThat(visible(DAY + V1, JAN + V2)).containsExactly(JAN + V2);
    }

    @Test
    void aNewerVersionDoesNotHideWhatItCoversOnlyInPart() {
        assertThat(visible(JAN + V1, DAY + V2)).containsExactly(JAN + V1, DAY + V2);
    }

    /** As after a compaction from days to hours. */
    @Test
    void newerVersionsHideTogetherWhatTheyCoverTogether() {
        String[] hours =
                IntStream.range(0, 24).mapToObj(h -> hours(h, h + 1, 2)).toArray(String[]::new);
        String[] all =
                Stream.concat(Stream.of(hours(0, 24, 1)), Stream.of(hours)).toArray(String[]::new);

        assertThat(visible(all)).containsExactly(hours);
        assertThat(visible(Arrays.copyOf(all, 24))).as("one hour is missing").hasSize(24);
    }

    /** Against an account of each hour by itself: a segment is visible if no newer one has taken its last free hour. */
    @Property
    void aSegmentIsVisibleIfAnHourOfItIs(@ForAll("segments") List<Segment> segments) {
        Set<String> expected = new LinkedHashSet<>();
        for (Segment segment : segments) {
            boolean visible = IntStream.range(segment.from, segment.to)
                    .anyMatch(hour -> segments.stream()
                            .noneMatch(s -> s.version > segment.version && s.from <= hour && hour < s.to));
            if (visible) {
                expected.add(segment.id());
            }
        }

        assertThat(new LinkedHashSet<>(
                        visible(segments.stream().map(Segment::id).toArray(String[]::new))))
                .isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<Segment>> segments() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 22),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 4))
                .as((from, hours, version) -> new Segment(from, Math.min(23, from + hours), version))
                .list()
                .ofMaxSize(20);
    }

    private static String hours(int from, int to, int version) {
        return new Segment(from, to, version).id();
    }

    private static final class Segment {

        private final int from;
        private final int to;
        private final int version;

        Segment(int from, int to, int version) {
            this.from = from;
            this.to = to;
            this.version = version;
        }

        String id() {
            Instant day = Instant.parse("2024-01-05T00:00:00Z");
            return "ds_" + text(day.plus(from, HOURS)) + "_" + text(day.plus(to, HOURS)) + "_"
                    + text(day.plus(version, DAYS));
        }

        private static String text(Instant time) {
            return time.toString().replace("Z", ".000Z");
        }

        @Override
        public String toString() {
            return id();
        }
    }

    @Test
    void anOlderVersionHidesNothing() {
        assertThat(visible(DAY + V2, JAN + V1)).containsExactly(DAY + V2, JAN + V1);
    }

    @Test
    void aSegmentOfAllTimeCoversEverything() {
        assertThat(visible(DAY + V1, EVER + V2)).containsExactly(EVER + V2);
        assertThat(visible(DAY + V2, EVER + V1)).containsExactly(DAY + V2, EVER + V1);
    }

    @Test
    void anIdOfAnotherFormIsVisibleAndOfNoTime() {
        assertThat(visible("other", "ds_x", EVER + V2)).containsExactly("other", "ds_x", EVER + V2);
        assertThat(SegmentName.parse("ds", "other").isSince(Instant.EPOCH)).isFalse();
    }

    @Test
    void aVersionIsATime() {
        assertThat(SegmentName.parse("ds", JAN + V2 + "_7").isSince(Instant.parse(V2)))
                .isTrue();
        assertThat(SegmentName.parse("ds", JAN + V1).isSince(Instant.parse(V2))).isFalse();
    }

    @Test
    void aDatasourceMayHoldTheMarkBetweenTheParts() {
        assertThat(SegmentName.parse("a_b_2024", JAN.replace("ds", "a_b_2024") + V2)
                        .isSince(Instant.parse(V2)))
                .isTrue();
    }

    private static List<String> visible(String... ids) {
        return SegmentName.visible(Arrays.stream(ids)
                        .map(id -> SegmentName.parse("ds", id))
                        .collect(Collectors.toList()))
                .stream()
                .map(SegmentName::toString)
                .collect(Collectors.toList());
    }
}
