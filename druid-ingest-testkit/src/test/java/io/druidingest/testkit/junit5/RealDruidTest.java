package io.druidingest.testkit.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What a {@link RealDruid} does where there is none, in a virtual machine that has no network. */
@Timeout(120)
class RealDruidTest {

    private static final String NOWHERE = "<settings><mirrors><mirror><id>nowhere</id><mirrorOf>*</mirrorOf>"
            + "<url>http://127.0.0.1:1</url></mirror></mirrors></settings>";

    @RealDruid
    static class Sample {

        @Test
        void loads(DruidClient druid) {
            assertThat(druid).isNotNull();
        }
    }

    /** A process whose home, and so its local repository, is an empty folder, and whose mirror is not there. */
    static final class Offline {

        private Offline() {}

        public static void main(String[] arguments) throws IOException {
            Path home = Paths.get(arguments[0]);
            System.setProperty("user.home", home.toString());
            System.setProperty("maven.repo.local", home.resolve("repository").toString());
            Files.createDirectories(home.resolve(".m2"));
            Files.writeString(home.resolve(".m2").resolve("settings.xml"), NOWHERE);
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(Sample.class))
                                    .configurationParameter("druidingest.realDruid.required", arguments[1])
                                    .build(),
                            new Telling());
        }
    }

    private static final class Telling implements TestExecutionListener {

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            System.out.println("skipped: " + reason.replace('\n', ' '));
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable()
                    .ifPresent(e -> System.out.println(
                            "failed: " + String.valueOf(e.getMessage()).replace('\n', ' ')));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutANetworkATestIsSkippedAndSaysWhyOrFailsIfItHasToRun(boolean required, @TempDir Path home)
            throws IOException {
        try (OtherJvm offline = OtherJvm.run(Offline.class, home.toString(), Boolean.toString(required))) {
            assertThat(offline.readLine())
                    .startsWith(required ? "failed: " : "skipped: ")
                    .contains("No real Druid here: The jars of Druid 33.0.0 cannot be fetched")
                    .contains("Check the network");
        }
    }

    @RealDruid(properties = "druid.emitter")
    static final class WithoutValue {}

    @Test
    void aPropertyWithoutAValueIsRefused() {
        assertThatThrownBy(() -> new DruidSettings(WithoutValue.class.getAnnotation(RealDruid.class)))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("\"druid.emitter\"")
                .hasMessageContaining("name=value");
    }

    @RealDruid(
            version = "37.0.0",
            properties = {"a=1", "b=2"})
    static final class OneOrder {}

    @RealDruid(
            version = "37.0.0",
            properties = {"b=2", "a=1"})
    static final class OtherOrder {}

    @Test
    void equalSettingsShareADruid() {
        DruidSettings one = new DruidSettings(OneOrder.class.getAnnotation(RealDruid.class));

        assertThat(one)
                .isEqualTo(new DruidSettings(OtherOrder.class.getAnnotation(RealDruid.class)))
                .hasSameHashCodeAs(new DruidSettings(OtherOrder.class.getAnnotation(RealDruid.class)))
                .isNotEqualTo(new DruidSettings(Sample.class.getAnnotation(RealDruid.class)));
    }
}
