package io.druidingest.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.validation.Findings;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is well formed here is what Druid's own parser takes, and the other way round. */
class IntervalTest {

    private static final long YEAR_9999 = 253_402_300_799_999L;

    private static boolean isLegal(Interval interval) {
        Findings at = new Findings();
        interval.check(at);
        return at.violations().isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026/2027, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2026-02/2026-03, 2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "2026-01-05/2026-01-06, 2026-01-05T00:00:00Z, 2026-01-06T00:00:00Z",
        "2026-1-5/2026-1-6, 2026-01-05T00:00:00Z, 2026-01-06T00:00:00Z",
        "2026-01-01T/2026-01-01T10, 2026-01-01T00:00:00Z, 2026-01-01T10:00:00Z",
        "2026-01-01T10:30/2026-01-01T10:30:05, 2026-01-01T10:30:00Z, 2026-01-01T10:30:05Z",
        "2026-01-01T00:00:00.1/2026-01-01T00:00:00.123456789Z, 2026-01-01T00:00:00.100Z, 2026-01-01T00:00:00.123Z",
        "2026-01-01T00+01:00/2026-01-01T00Z, 2025-12-31T23:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00+0100/2026-01-01T00+01, 2025-12-31T23:00:00Z, 2025-12-31T23:00:00Z",
        "2026-01-01t00z/2026-01-02, 2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z",
        "+2026/2027, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2026-01-31/P1M, 2026-01-31T00:00:00Z, 2026-02-28T00:00:00Z",
        "P1D/2026-01-01, 2025-12-31T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026/P1Y2M1W3DT4H5M6.5S, 2026-01-01T00:00:00Z, 2027-03-11T04:05:06.500Z",
        "2026/pt36h, 2026-01-01T00:00:00Z, 2026-01-02T12:00:00Z",
        "2026/2026, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
    })
    void readsEachFormThatDruidReads(String text, Instant start, Instant end) {
        Interval interval = Interval.of(text);
        assertThat(interval.start()).isEqualTo(start);
        assertThat(interval.end()).isEqualTo(end);
        assertThat(isLegal(interval)).isTrue();
        assertThat(interval).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "2026",
                "2026-01-01/",
                "/2026-01-01",
                "P1D/P1D",
                "2026-01-01/2026-01-02/2026-01-03",
                " 2026-01-01/2026-01-02",
                "2026-01-01Z/2026-01-02Z",
                "2026-02-30/2026-03-01",
                "2026-13/2027",
                "2026-01-01T24:00/2026-01-03",
                "2026-01-01/P",
                "2026-01-01/PT",
                "2026-01-01/P1DT",
                "2026-01-01/P1.5D",
                "2026-01-01/PT1.5H",
                "2026-01-01/-P1D",
                "300000000/300000001",
                "2026/P300000000Y",
                "today/tomorrow",
            })
    void keepsAMalformedTextForItsSpecToTell(String text) {
        Interval interval = Interval.of(text);
        assertThat(isLegal(interval)).isFalse();
        assertThat(interval).hasToString(text).isEqualTo(Interval.of(text)).hasSameHashCodeAs(Interval.of(text));
        assertThatThrownBy(interval::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(text);
        assertThatThrownBy(interval::end).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02/2026-01-01", "2026-01-01/P-1D"})
    void isIllegalWhenItEndsBeforeItStarts(String text) {
        assertThat(isLegal(Interval.of(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01/2026-01-02, 2026-01-01/P1D",
        "2026-01-01/2026-01-02, P1D/2026-01-02",
        "2026-01-01/2026-01-02, 2026-01-01T00:00:00.000Z/2026-01-02T00:00:00.000Z",
        "2026-01-01/2026-01-02, 2026-01-01T01:00+01:00/PT24H",
    })
    void equalsAnotherSpellingOfTheSameTime(String one, String other) {
        assertThat(Interval.of(one)).isEqualTo(Interval.of(other)).hasSameHashCodeAs(Interval.of(other));
    }

    @ParameterizedTest
    @CsvSource({"2026/2027, 2026/2028", "2026/2027, 2025/2027", "2026/2027, nonsense", "nonsense, rubbish"})
    void differsFromAnotherTime(String one, String other) {
        assertThat(Interval.of(one)).isNotEqualTo(Interval.of(other));
    }

    @Test
    void differsFromItsText() {
        assertThat(Interval.of("2026/2027")).isNotEqualTo("2026/2027");
    }

    @Property
    void saysTheTwoMomentsItWasMadeOf(
            @ForAll @LongRange(min = -YEAR_9999, max = YEAR_9999 * 100) long start,
            @ForAll @LongRange(max = YEAR_9999) long millis) {
        Instant from = Instant.ofEpochMilli(start);
        Interval interval = Interval.of(from, from.plusMillis(millis));
        assertThat(interval.start()).isEqualTo(from);
        assertThat(interval.end()).isEqualTo(from.plusMillis(millis));
        assertThat(isLegal(interval)).isTrue();
        assertThat(Interval.of(interval.toString())).isEqualTo(interval);
    }

    @Property
    void takesAnyTextWithoutThrowing(@ForAll String text) {
        assertThat(Interval.of(text)).hasToString(text).isEqualTo(Interval.of(text));
    }

    @Property
    void addsAPeriodAsTheCalendarDoes(
            @ForAll @LongRange(min = 0, max = YEAR_9999) long start,
            @ForAll @LongRange(max = 500) long months,
            @ForAll @LongRange(max = 1000) long days,
            @ForAll @LongRange(max = 1_000_000) long seconds) {
        Instant from = Instant.ofEpochMilli(start);
        Interval interval = Interval.of(from + "/P" + months + "M" + days + "DT" + seconds + "S");
        assertThat(interval.end())
                .isEqualTo(from.atOffset(ZoneOffset.UTC)
                        .plusMonths(months)
                        .plusDays(days)
                        .plusSeconds(seconds)
                        .toInstant());
    }
}
