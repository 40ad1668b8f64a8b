package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.druidingest.client.DruidClient;
import io.druidingest.client.NodeRole;
import io.druidingest.testkit.junit5.RealDruid;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What a {@link RealDruid} gives to tests. */
@Timeout(180)
@RealDruid
class RealDruidIT {

    private static LocalDruid first;

    @BeforeAll
    static void beforeAll(LocalDruid druid) {
        first = druid;
    }

    @Test
    void allTestsShareOneDruidAndAClientOfIt(LocalDruid druid, DruidClient client) {
        assertThat(druid).isSameAs(first);
        assertThat(client.cluster().leader(NodeRole.OVERLORD).join()).contains(druid.overlord());
    }

    @Test
    @RealDruid(version = "37.0.0")
    void aMethodMayAskForAnother(LocalDruid druid, DruidClient client) {
        assertThat(druid.version()).isEqualTo("37.0.0");
        assertThat(client.cluster().leader(NodeRole.OVERLORD).join()).contains(druid.overlord());
    }

    @Nested
    class Inner {

        @Test
        void hasThatOfTheClassAround(LocalDruid druid) {
            assertThat(druid).isSameAs(first);
        }
    }

    /** Run by the test below. */
    @RealDruid(version = "37.0.0")
    static class Failing {

        @Test
        void fails(LocalDruid druid) {
            fail("on purpose, with " + druid);
        }
    }

    @Test
    void whenATestFailsTheEndOfTheLogIsPrinted() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        try {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(Failing.class))
                                    .build(),
                            listener);
        } finally {
            System.setErr(before);
        }

        assertThat(listener.getSummary().getFailures())
                .singleElement()
                .satisfies(
                        f -> assertThat(f.getException()).hasMessageContaining("on purpose, with LocalDruid 37.0.0"));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern(
                        "The log of LocalDruid 37\\.0\\.0 at \\S+ \\(pid \\d+\\) ended so when \\S+Failing\\S+ failed:\n"
                                + "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO ");
    }
}
