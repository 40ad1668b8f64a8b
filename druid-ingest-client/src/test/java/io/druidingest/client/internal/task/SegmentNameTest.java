package io.druidingest.client.internal.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
        assertThat(visible("other", "ds_x", JAN + V2)).containsExactly("other", "ds_x", JAN + V2);
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
