package io.druidingest.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.Samples;
import io.druidingest.input.DynamicConfigProvider;
import io.druidingest.input.InputFormat;
import io.druidingest.json.SpecJson;
import io.druidingest.tuning.AggregateFunction;
import io.druidingest.tuning.AutoScalerConfig;
import io.druidingest.validation.SpecValidationException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StreamSupervisorTest {

    private static final KafkaSupervisor LIVE = KafkaSupervisor.of(k -> k.dataSchema(Samples.WIKIPEDIA)
            .ioConfig(io -> io.topic("wikipedia")
                    .bootstrapServers("broker:9092")
                    .inputFormat(InputFormat.json())
                    .useEarliestOffset(true)
                    .taskCount(2)
                    .taskDuration(Duration.ofHours(1))
                    .lateMessageRejectionPeriod(Duration.ofHours(6))));

    @Test
    void streamsWithTheSchemaOfABatch() {
        JsonNode json = SpecJson.tree(LIVE);

        assertThat(json.at("/type").asText()).isEqualTo("kafka");
        assertThat(json.at("/spec/ioConfig").toString())
                .contains("\"consumerProperties\":{\"bootstrap.servers\":\"broker:9092\"}")
                .contains("\"lateMessageRejectionPeriod\":\"PT6H\"");
        assertThat(json.at("/spec/dataSchema")).isEqualTo(SpecJson.tree(Samples.WIKIPEDIA));
        assertThat(LIVE.warnings()).extracting(v -> v.rule().id()).containsExactly("intervals-in-stream");
    }

    @Test
    void isKnownByItsDatasourceOrItsId() {
        assertThat(LIVE.supervisorId()).isEqualTo("wikipedia");
        assertThat(LIVE.label()).isEqualTo("kafka \"wikipedia\"");
        KafkaSupervisor second = LIVE.toBuilder()
                .id("second")
                .context(c -> c.useConcurrentLocks(true))
                .build();
        assertThat(second.supervisorId()).isEqualTo("second");
        assertThat(second.dataSource()).isEqualTo("wikipedia");
        assertThat(second.warnings()).extracting(v -> v.rule().id()).doesNotContain("supervisor-id");
    }

    @Test
    void consumerPropertiesAreNotPrinted() {
        KafkaSupervisor secret = LIVE.toBuilder()
                .ioConfig(LIVE.spec().ioConfig().toBuilder()
                        .consumerProperty("sasl.jaas.config", "password=hunter2")
                        .build())
                .build();

        assertThat(secret.toString()).contains("wikipedia").doesNotContain("hunter2");
        assertThat(SpecJson.write(secret)).contains("hunter2");
        assertThat(secret.warnings()).extracting(v -> v.rule().id()).contains("clear-text-secret");
    }

    @Test
    void aSecretCanStayWhereItIs() {
        JsonNode json = SpecJson.tree(KafkaSupervisorIOConfig.of(io -> io.topic("wikipedia")
                .bootstrapServers("broker-1:9092", "broker-2:9092")
                .dynamicConfigProvider(DynamicConfigProvider.environment(Map.of("sasl.jaas.config", "KAFKA_LOGIN")))
                .inputFormat(InputFormat.json())));

        assertThat(json.at("/consumerProperties/bootstrap.servers").asText()).isEqualTo("broker-1:9092,broker-2:9092");
        assertThat(json.at("/consumerProperties/druid.dynamic.config.provider/variables/sasl.jaas.config")
                        .asText())
                .isEqualTo("KAFKA_LOGIN");
    }

    @Test
    void allThatIsMissingIsToldTogether() {
        SpecValidationException refused = catchThrowableOfType(
                SpecValidationException.class, () -> KafkaSupervisor.builder().build());

        assertThat(refused).hasMessageContaining("kafka has 2 problems");
        assertThat(refused.violations()).extracting(v -> v.path()).containsExactly("spec.dataSchema", "spec.ioConfig");
    }

    @ParameterizedTest
    @EnumSource(SpecJson.Mode.class)
    void theFormerFormIsRefusedWithTheWayToMendIt(SpecJson.Mode mode) {
        ObjectNode former = (ObjectNode) SpecJson.tree(LIVE);
        former.setAll((ObjectNode) former.remove("spec"));

        SpecValidationException refused = catchThrowableOfType(
                SpecValidationException.class, () -> SpecJson.read(former.toString(), Supervisor.class, mode));

        assertThat(refused)
                .hasMessageContaining("missing: is required; move dataSchema, ioConfig into it")
                .hasMessageContaining("kafka has " + (mode == SpecJson.Mode.STRICT ? "3 problems" : "1 problem"));
    }

    @Test
    void anAutoscalerThatIsMadeIsOn() {
        AutoScalerConfig scaler = AutoScalerConfig.lagBased(1, 4, a -> a.lagAggregate(AggregateFunction.of("max")));

        assertThat(SpecJson.write(scaler))
                .contains("\"autoScalerStrategy\":\"lagBased\"")
                .contains("\"enableTaskAutoScaler\":true")
                .contains("\"lagAggregate\":\"MAX\"");
    }

    @Test
    void aScheduledBatchIsAStatementAndATime() {
        ScheduledBatchSupervisor nightly = ScheduledBatchSupervisor.of(s -> s.id("nightly")
                .schedulerConfig(CronSchedulerConfig.unix("0 1 * * *"))
                .spec("REPLACE INTO \"wikipedia\" OVERWRITE ALL SELECT 1"));

        assertThat(SpecJson.write(nightly))
                .contains("\"schedulerConfig\":{\"type\":\"unix\",\"schedule\":\"0 1 * * *\"}");
        assertThat(nightly.warnings()).isEmpty();
        assertThat(nightly.supervisorId()).isEqualTo("nightly");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unix   | @daily             | true",
                "unix   | @DAILY             | false",
                "unix   | */5 * * * *        | true",
                "unix   | 0  1 * * MON-FRI   | true",
                "unix   | 0 0 1-15,20 * 7    | true",
                "unix   | 0 0 0 * *          | false",
                "unix   | 0 0 * 13 *         | false",
                "unix   | 0 0 * * 8          | false",
                "unix   | 0 0 ? * *          | false",
                "unix   | 0 1 * * * *        | false",
                "quartz | 0 0 12 * * ?       | true",
                "quartz | 0 0 12 1 * ? 2030  | true",
                "quartz | 0 0 12 ? * MON-FRI | true",
                "quartz | 0 0 12 LW * ?      | true",
                "quartz | 60 0 12 * * ?      | false",
                "quartz | 0 0 12 ? * ?       | false",
                "quartz | 0 1 * * *          | false",
                "quartz | @daily             | false",
            })
    void aScheduleIsReadAsDruidReadsIt(String type, String schedule, boolean good) {
        ScheduledBatchSupervisor.Builder b = ScheduledBatchSupervisor.builder()
                .id("nightly")
                .spec("REPLACE INTO \"wikipedia\" OVERWRITE ALL SELECT 1")
                .schedulerConfig(
                        type.equals("unix")
                                ? CronSchedulerConfig.unix(schedule)
                                : CronSchedulerConfig.quartz(schedule));

        SpecValidationException refused = catchThrowableOfType(SpecValidationException.class, b::build);

        if (good) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused.violations()).extracting(v -> v.rule().id()).containsExactly("cron-schedule");
        }
    }
}
