package io.druidingest.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.druidingest.json.SpecJson;
import io.druidingest.validation.Findings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GranularityTest {

    /** From the finest to the coarsest. */
    private static final List<Granularity> NAMES = List.of(
            Granularity.NONE,
            Granularity.SECOND,
            Granularity.MINUTE,
            Granularity.FIVE_MINUTE,
            Granularity.TEN_MINUTE,
            Granularity.FIFTEEN_MINUTE,
            Granularity.THIRTY_MINUTE,
            Granularity.HOUR,
            Granularity.SIX_HOUR,
            Granularity.EIGHT_HOUR,
            Granularity.DAY,
            Granularity.WEEK,
            Granularity.MONTH,
            Granularity.QUARTER,
            Granularity.YEAR,
            Granularity.ALL);

    private static Granularity json(String json) throws Exception {
        return Granularity.read(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    private static boolean isLegal(Granularity granularity) {
        Findings at = new Findings();
        granularity.check(at);
        return at.violations().isEmpty();
    }

    @Test
    void namesAreOrderedByLength() {
        for (int i = 0; i < NAMES.size(); i++) {
            assertThat(isLegal(NAMES.get(i))).isTrue();
            for (int j = 0; j < NAMES.size(); j++) {
                assertThat(NAMES.get(i).coarserThan(NAMES.get(j)))
                        .as("%s coarser than %s", NAMES.get(i), NAMES.get(j))
                        .isEqualTo(i > j);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "P1D, PT23H",
        "P1M, P27D",
        "P32D, P1M",
        "P1Y, P11M",
        "P1DT1S, P1D",
        "P2W, P13D",
        "PT1S, PT0.999S",
        "P3M, P2M",
    })
    void isCoarserThanAShorterPeriod(String longer, String shorter) {
        assertThat(Granularity.period(longer).coarserThan(Granularity.period(shorter)))
                .isTrue();
        assertThat(Granularity.period(shorter).coarserThan(Granularity.period(longer)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"P1M, P30D", "P1M, P28D", "P1Y, P12M", "P1Y, P365D", "P3M, P90D", "P1D, PT24H", "P1W, P7D"})
    void isNotSurelyCoarserWhereTheCalendarDecides(String one, String other) {
        assertThat(Granularity.period(one).coarserThan(Granularity.period(other)))
                .isFalse();
        assertThat(Granularity.period(other).coarserThan(Granularity.period(one)))
                .isFalse();
    }

    static Stream<Arguments> sameLength() {
        return Stream.of(
                arguments(Granularity.QUARTER, Granularity.period("P3M")),
                arguments(Granularity.YEAR, Granularity.period("P12M")),
                arguments(Granularity.DAY, Granularity.period("P1D")));
    }

    @ParameterizedTest
    @MethodSource("sameLength")
    void aNameIsNotCoarserThanItsPeriod(Granularity name, Granularity period) {
        assertThat(name.coarserThan(period)).isFalse();
        assertThat(period.coarserThan(name)).isFalse();
    }

    @Test
    void whatIsUnknownCompares() throws Exception {
        Granularity unknown = Granularity.of("FORTNIGHT");
        assertThat(unknown.coarserThan(Granularity.SECOND)).isFalse();
        assertThat(Granularity.ALL.coarserThan(unknown)).isFalse();
        assertThat(json("{'type':'duration','duration':86400001}").coarserThan(Granularity.DAY))
                .isTrue();
        assertThat(Granularity.DAY.coarserThan(json("{'type':'duration','duration':86400000}")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'day'",
                "'Six_Hour'",
                "{'type':'none'}",
                "{'type':'all'}",
                "{'type':'period','period':'P1DT2H'}",
                "{'type':'period','period':'pt1h','timeZone':'Europe/Berlin','origin':'2026-01-01'}",
                "{'type':'period','period':3600000}",
                "{'type':'duration','duration':3600000}",
                "{'type':'duration','duration':'3600000','origin':'2026-01-01'}",
            })
    void takesEachFormThatDruidTakes(String json) throws Exception {
        Granularity granularity = json(json);
        assertThat(isLegal(granularity)).isTrue();
        assertThat(SpecJson.tree(granularity)).isEqualTo(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''",
                "'PT1H'",
                "'DAZE'",
                "5",
                "[]",
                "{}",
                "{'period':'P1D'}",
                "{'type':'day'}",
                "{'type':'NONE'}",
                "{'type':'Period','period':'P1D'}",
                "{'type':'period'}",
                "{'type':'period','period':'P0D'}",
                "{'type':'period','period':'-P1D'}",
                "{'type':'period','period':'PT1.5H'}",
                "{'type':'period','period':'1 hour'}",
                "{'type':'duration'}",
                "{'type':'duration','duration':0}",
                "{'type':'duration','duration':-5}",
                "{'type':'duration','duration':'PT1H'}",
            })
    void keepsWhatDruidRefusesForItsSpecToTell(String json) throws Exception {
        Granularity granularity = json(json);
        assertThat(isLegal(granularity)).isFalse();
        assertThat(SpecJson.tree(granularity)).isEqualTo(new ObjectMapper().readTree(json.replace('\'', '"')));
        assertThat(granularity).isEqualTo(json(json)).hasSameHashCodeAs(json(json));
    }

    @Test
    void equalsByNameInAnyCaseOrByContent() throws Exception {
        assertThat(Granularity.of("day")).isEqualTo(Granularity.DAY).hasSameHashCodeAs(Granularity.DAY);
        assertThat(json("{'type':'none'}")).isEqualTo(Granularity.NONE).hasSameHashCodeAs(Granularity.NONE);
        assertThat(json("{'period':'PT2H','type':'period'}")).isEqualTo(Granularity.period("PT2H"));
        assertThat(json("{'type':'all','x':1}")).isNotEqualTo(Granularity.ALL);
        assertThat(Granularity.DAY).isNotEqualTo(Granularity.HOUR).isNotEqualTo("DAY");
        assertThat(Granularity.period("PT2H")).isNotEqualTo(Granularity.period("PT3H"));
        assertThat(Granularity.period("P1D")).isEqualTo(Granularity.DAY).hasSameHashCodeAs(Granularity.DAY);
        assertThat(Granularity.period("P7D")).isNotEqualTo(Granularity.WEEK);
        assertThat(json("{'type':'period','period':'P1D','timeZone':'UTC','origin':null}"))
                .isEqualTo(Granularity.DAY);
        assertThat(json("{'type':'period','period':'P1D','timeZone':'+01:00','origin':1767225600000}"))
                .isEqualTo(Granularity.period("P1D", ZoneId.of("+01:00"), Instant.parse("2026-01-01T00:00:00Z")))
                .isNotEqualTo(Granularity.period("P1D", ZoneId.of("+01:00")));
        assertThat(json("{'type':'period','period':'PT2H','timeZone':'UTC'}")).isEqualTo(Granularity.period("PT2H"));
        assertThat(json("{'type':'duration','duration':3600000}")).isEqualTo(Granularity.duration(Duration.ofHours(1)));
    }

    @Test
    void printsAsItIsWritten() {
        assertThat(Granularity.of("Day")).hasToString("Day");
        assertThat(Granularity.period("PT2H")).hasToString("{\"type\":\"period\",\"period\":\"PT2H\"}");
    }

    @Provide
    Arbitrary<Granularity> granularities() {
        return Arbitraries.oneOf(
                Arbitraries.of(NAMES),
                Arbitraries.strings().map(Granularity::of),
                Arbitraries.strings().map(Granularity::period),
                Arbitraries.integers()
                        .between(0, 5_000)
                        .flatMap(n -> Arbitraries.of("P%dY", "P%dM", "P%dD", "PT%dH", "PT%dS")
                                .map(form -> Granularity.period(String.format(Locale.ROOT, form, n)))));
    }

    @Property
    void nothingIsCoarserThanItselfAndNoTwoThanEachOther(
            @ForAll("granularities") Granularity a, @ForAll("granularities") Granularity b) {
        assertThat(a.coarserThan(a)).isFalse();
        assertThat(a.coarserThan(b) && b.coarserThan(a)).isFalse();
    }

    @Property
    void equalOnesHaveEqualHashCodes(@ForAll String name) {
        Granularity one = Granularity.of(name);
        Granularity other = Granularity.of(name.toUpperCase(Locale.ROOT));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "utc", "Z", "Europe/Berlin", "PST", "+01", "-05:30", "+0100", "GMT+1", "Etc/GMT+1"})
    void takesTheTimeZonesThatDruidKnows(String zone) throws Exception {
        assertThat(isLegal(json("{'type':'period','period':'P1D','timeZone':'" + zone + "'}")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Berlin", "europe/berlin", "UTC+1", "+1", "MEZ", ""})
    void refusesATimeZoneThatDruidTakesForUtc(String zone) throws Exception {
        assertThat(isLegal(json("{'type':'period','period':'P1D','timeZone':'" + zone + "'}")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01T00:00:00+01:00,true", "2026,true", "yesterday,false", "2026-01-01 00:00:00,false"})
    void knowsAnOrigin(String origin, boolean legal) throws Exception {
        assertThat(isLegal(json("{'type':'period','period':'P1D','origin':'" + origin + "'}")))
                .isEqualTo(legal);
    }

    @Test
    void nestsWhereDruidHasANameForItButWeek() {
        assertThat(Granularity.MONTH.nests()).isTrue();
        assertThat(Granularity.period("PT1H", ZoneId.of("Europe/Berlin")).nests())
                .isTrue();
        assertThat(Granularity.duration(Duration.ofMinutes(5)).nests()).isTrue();
        assertThat(Granularity.ALL.nests()).isTrue();
        assertThat(Granularity.WEEK.nests()).isFalse();
        assertThat(Granularity.NONE.nests()).isFalse();
        assertThat(Granularity.period("PT7H").nests()).isFalse();
    }
}
