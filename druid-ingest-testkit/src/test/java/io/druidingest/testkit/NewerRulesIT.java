package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.internal.localdruid.DruidReader;
import io.druidingest.testkit.junit5.RealDruid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Like {@link RulesIT}, for the rules that are younger than Druid 33. */
@RealDruid(version = NewerRulesIT.VERSION)
class NewerRulesIT {

    static final String VERSION = "37.0.0";
    private static final List<DruidCase> ALL =
            DruidCase.all().stream().filter(c -> c.version.equals(VERSION)).collect(Collectors.toList());

    /** The documents that the cases break. */
    private static final List<DruidCase> BASES =
            cases().stream().map(c -> c.base).distinct().map(DruidCase::base).collect(Collectors.toList());

    @SuppressWarnings("NullAway.Init")
    private static Showing showing;

    @BeforeAll
    static void showAll(@TempDir Path rows, LocalDruid local, DruidClient druid) throws IOException {
        showing = new Showing(local, druid, rows);
        showing.send(Stream.concat(bases().stream(), cases().stream()).collect(Collectors.toList()));
    }

    static List<DruidCase> bases() {
        return BASES;
    }

    static List<DruidCase> cases() {
        return ALL.stream().filter(c -> c.isSentTo(VERSION)).collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("bases")
    void druidTakesWhatTheCasesBreak(DruidCase base) {
        showing.assertTaken(base);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void druidAgrees(DruidCase broken) {
        showing.assertAgrees(broken);
    }

    /** The extensions of 37 are not published, but what their documents share with each other is in its core. */
    @Test
    void druidRefusesTheParts() {
        List<DruidCase> parts = ALL.stream().filter(c -> !c.part.isEmpty()).collect(Collectors.toList());
        assertThat(parts).isNotEmpty();
        try (DruidReader reader = DruidReader.start(VERSION)) {
            for (DruidCase c : parts) {
                assertThat(c.outcome).isEqualTo(DruidCase.Outcome.REFUSES);
                assertThat(reader.read(c.as, c.document.at(c.part).toString()).refusal())
                        .as(c.toString())
                        .contains(c.path.substring(c.path.lastIndexOf('.') + 1));
            }
        }
    }
}
