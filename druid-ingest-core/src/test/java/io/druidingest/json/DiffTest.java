package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.Samples;
import io.druidingest.coordinator.RetentionRule;
import io.druidingest.coordinator.RetentionRules;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.query.Filter;
import io.druidingest.schema.DataSchema;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.GranularitySpec;
import io.druidingest.schema.Metric;
import io.druidingest.spec.CompactTask;
import io.druidingest.spec.CompactionInputSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.IndexParallelTuningConfig;
import io.druidingest.spec.Supervisor;
import io.druidingest.spec.Task;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.unit.Granularity;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiffTest {

    private static JsonNode exchange(String name) throws IOException {
        try (InputStream in = DiffTest.class.getResourceAsStream("exchanges/" + name + ".json")) {
            return SpecMapper.wire().readTree(in);
        }
    }

    private static Task task(JsonNode json) {
        return SpecJson.read(json.toString(), Task.class, SpecJson.Mode.LENIENT);
    }

    private static List<String> texts(List<Change> changes) {
        return changes.stream().map(Change::toString).collect(Collectors.toList());
    }

    /** What was sent to a real Druid, and what that gave back. */
    @ParameterizedTest
    @ValueSource(strings = {"index-parallel-33", "index-parallel-37"})
    void whatDruidMakesOfASpecIsTheSame(String name) throws IOException {
        JsonNode exchange = exchange(name);
        List<Change> changes = SpecJson.diff(task(exchange.get("sent")), task(exchange.get("back")));
        assertThat(changes).isEmpty();
    }

    @Test
    void aListOfRulesIsComparedRuleByRule() {
        RetentionRules year = RetentionRules.of(RetentionRule.loadByPeriod("P1Y"), RetentionRule.dropForever());
        RetentionRules asGivenBack = SpecJson.read(
                "[{\"type\":\"loadByPeriod\",\"period\":\"P1Y\",\"includeFuture\":true},{\"type\":\"dropForever\"}]",
                RetentionRules.class,
                SpecJson.Mode.LENIENT);
        RetentionRules month = RetentionRules.of(RetentionRule.loadByPeriod("P1M"), RetentionRule.dropForever());

        assertThat(SpecJson.diff(year, asGivenBack)).isEmpty();
        assertThat(texts(SpecJson.diff(year, month))).containsExactly("[0].period changed: \"P1Y\" -> \"P1M\"");
        assertThat(texts(SpecJson.diff(year, RetentionRules.of(RetentionRule.loadByPeriod("P1Y")))))
                .containsExactly("[1] removed: {\"type\":\"dropForever\"}");
        assertThat(SpecJson.diff(RetentionRules.of(), RetentionRules.of())).isEmpty();
    }

    @Test
    void whatDruidMakesOfASupervisorIsTheSame() throws IOException {
        JsonNode exchange = exchange("kafka-33");
        assertThat(SpecJson.diff(supervisor(exchange.get("sent")), supervisor(exchange.get("back"))))
                .isEmpty();
    }

    private static Supervisor supervisor(JsonNode json) {
        return SpecJson.read(json.toString(), Supervisor.class, SpecJson.Mode.LENIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index-parallel-33", "index-parallel-37"})
    void aRealChangeIsTheOnlyOne(String name) throws IOException {
        JsonNode exchange = exchange(name);
        Task sent = task(exchange.get("sent"));
        String more = exchange.get("back").toString().replace("\"maxRetry\":3", "\"maxRetry\":4");
        List<Change> changes = SpecJson.diff(sent, SpecJson.read(more, Task.class, SpecJson.Mode.LENIENT));
        assertThat(changes).singleElement().satisfies(c -> {
            assertThat(c).hasToString("spec.tuningConfig.maxRetry added: 4");
            assertThat(c.kind()).isEqualTo(Change.Kind.ADDED);
            assertThat(c.before()).isNull();
            assertThat(c.after().asInt()).isEqualTo(4);
        });
    }

    @Test
    void nothingDiffersFromItself() {
        assertThat(SpecJson.diff(Samples.LOAD, Samples.LOAD.toBuilder().id("x").build()))
                .isEmpty();
    }

    private static DataSchema schema(String... replacements) {
        String json = SpecJson.write(Samples.WIKIPEDIA);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(json).contains(replacements[i].replace('\'', '"'));
            json = json.replace(replacements[i].replace('\'', '"'), replacements[i + 1].replace('\'', '"'));
        }
        return SpecJson.read(json, DataSchema.class, SpecJson.Mode.LENIENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'rollup':true        | 'rollup':null",
                "'type':'uniform',    | ''",
                "'DAY'                | 'day'",
                "'name':'page'        | 'name':'page','createBitmapIndex':true,'multiValueHandling':'sorted_array'",
                "{'type':'string','name':'page'} | 'page'",
                "'dimensions':[       | 'dimensionExclusions':['__time','time','added','count'],'dimensions':[",
                "'name':'added'       | 'name':'added','new':null",
                "'name':'added'       | 'name':'added','new':{'a':[],'b':{'c':null}}",
                "'2016-06-27/2016-06-28' | '2016-06-27T00:00:00.000Z/P1D'",
            })
    void whatSaysTheSameIsTheSame(String part, String other) {
        String same = other.equals("''") ? "" : other;
        assertThat(SpecJson.diff(Samples.WIKIPEDIA, schema(part, same))).isEmpty();
        assertThat(SpecJson.diff(schema(part, same), Samples.WIKIPEDIA)).isEmpty();
    }

    @Test
    void onlyWhatAMetricReadsIsExcludedAnyway() {
        DataSchema plain = Samples.WIKIPEDIA.toBuilder()
                .metricsSpec(
                        Metric.count("rows"),
                        Metric.longSum("n", m -> m.expression("a + b")),
                        Metric.filtered(Filter.equal("c", "x"), Metric.longSum("m", "d")))
                .build();
        assertThat(SpecJson.diff(plain, excluding(plain, "rows", "n", "a", "b", "c", "m", "d")))
                .isEmpty();
        for (String other : List.of("count", "type", "x", "longSum", "fieldName")) {
            assertThat(SpecJson.diff(plain, excluding(plain, other))).as(other).hasSize(1);
        }
    }

    private static DataSchema excluding(DataSchema schema, String... columns) {
        return schema.toBuilder()
                .dimensionsSpec(schema.dimensionsSpec().toBuilder()
                        .dimensionExclusions(columns)
                        .build())
                .build();
    }

    @Test
    void aBlockOfDefaultsIsNoBlock() {
        DataSchema bare = Samples.WIKIPEDIA.toBuilder()
                .granularitySpec((GranularitySpec) null)
                .build();
        DataSchema said = bare.toBuilder()
                .granularitySpec(g -> g.segmentGranularity(Granularity.DAY).rollup(true))
                .build();
        assertThat(SpecJson.diff(bare, said)).isEmpty();
        DataSchema hours = bare.toBuilder()
                .granularitySpec(g -> g.segmentGranularity(Granularity.HOUR))
                .build();
        assertThat(texts(SpecJson.diff(bare, hours)))
                .containsExactly("granularitySpec added: {\"type\":\"uniform\",\"segmentGranularity\":\"HOUR\"}");
        assertThat(texts(SpecJson.diff(said, hours)))
                .containsExactly("granularitySpec.segmentGranularity changed: \"DAY\" -> \"HOUR\"");
    }

    @Test
    void aFamilyHasTheDefaultThatItsPlaceTells() {
        IndexParallelTuningConfig bare = IndexParallelTuningConfig.of(c -> c);
        assertThat(SpecJson.diff(
                        bare,
                        bare.toBuilder()
                                .partitionsSpec(PartitionsSpec.dynamic(d -> d.maxRowsPerSegment(5_000_000)))
                                .build()))
                .isEmpty();
        assertThat(texts(SpecJson.diff(
                        bare,
                        bare.toBuilder().partitionsSpec(PartitionsSpec.hashed()).build())))
                .containsExactly("partitionsSpec added: {\"type\":\"hashed\"}");
    }

    @Test
    void durationsAreComparedByLength() {
        IndexParallelTuningConfig a = IndexParallelTuningConfig.of(c -> c.chatHandlerTimeout(Duration.ofHours(25)));
        String json = SpecJson.write(a);
        for (String same : List.of("PT25H", "PT90000S", "P1DT1H", "P1DT60M", "pt90000.000s")) {
            IndexParallelTuningConfig b =
                    SpecJson.read(json.replace("P1DT1H", same), IndexParallelTuningConfig.class, SpecJson.Mode.STRICT);
            assertThat(SpecJson.diff(a, b)).isEmpty();
            assertThat(SpecJson.canonical(b)).isEqualTo(SpecJson.canonical(a));
        }
    }

    @Test
    void listsOfObjectsDifferByPosition() {
        DataSchema more = Samples.WIKIPEDIA.toBuilder()
                .dimensionsSpec(
                        Dimension.string("channel"),
                        Dimension.longs("page"),
                        Dimension.longs("delta"),
                        Dimension.floats("x"))
                .metricsSpec(Metric.count("rows"))
                .build();
        assertThat(texts(SpecJson.diff(Samples.WIKIPEDIA, more)))
                .containsExactly(
                        "dimensionsSpec.dimensions[1] changed: {\"type\":\"string\",\"name\":\"page\"} ->"
                                + " {\"type\":\"long\",\"name\":\"page\"}",
                        "dimensionsSpec.dimensions[3] added: {\"type\":\"float\",\"name\":\"x\"}",
                        "metricsSpec[0].name changed: \"count\" -> \"rows\"",
                        "metricsSpec[1] removed: {\"type\":\"longSum\",\"name\":\"added\",\"fieldName\":\"added\"}");
    }

    @Test
    void aFormerSpellingOfCompactionIsTheSame() {
        assertThat(SpecJson.diff(
                        CompactTask.of(c -> c.dataSource("a")
                                .interval("2026-01-01/2026-02-01")
                                .segmentGranularity(Granularity.DAY)),
                        CompactTask.of(c -> c.dataSource("a")
                                .ioConfig(io -> io.inputSpec(CompactionInputSpec.interval("2026-01-01/2026-02-01")))
                                .granularitySpec(g -> g.segmentGranularity(Granularity.DAY)))))
                .isEmpty();
    }

    @Test
    void listsOfWordsDifferAsAWhole() {
        DataSchema excluding = schema("'dimensions':[", "'dimensionExclusions':['b','time','a'],'dimensions':[");
        assertThat(texts(SpecJson.diff(Samples.WIKIPEDIA, excluding)))
                .containsExactly("dimensionsSpec.dimensionExclusions added: [\"b\",\"time\",\"a\"]");
    }

    @Test
    void anotherTypeDiffersAsAWhole() {
        IndexParallelTask csv = Samples.LOAD.toBuilder()
                .ioConfig(io -> io.inputSource(Samples.LOAD.spec().ioConfig().inputSource())
                        .inputFormat(InputFormat.csv(f -> f.columns("a"))))
                .build();
        assertThat(texts(SpecJson.diff(Samples.LOAD, csv)))
                .containsExactly("spec.ioConfig.inputFormat changed: {\"type\":\"json\"} ->"
                        + " {\"type\":\"csv\",\"columns\":[\"a\"]}");
    }

    @Test
    void secretsAreMaskedAndToldByTheirAccessor() {
        InputSource a = InputSource.http(h -> h.uris("https://u:hunter2@example.org/a")
                .httpAuthenticationPassword("hunter2")
                .requestHeader("Authorization", "hunter2")
                .property("new", "hunter2"));
        InputSource b = InputSource.http(h -> h.uris("https://u:hunter2@example.org/b")
                .httpAuthenticationPassword("hunter22")
                .requestHeader("Authorization", "hunter22")
                .property("new", "hunter22"));
        List<Change> changes = SpecJson.diff(a, b);
        assertThat(texts(changes))
                .containsExactlyInAnyOrder(
                        "uris changed: [\"https://***@example.org/a\"] -> [\"https://***@example.org/b\"]",
                        "httpAuthenticationPassword changed: \"***\" -> \"***\"",
                        "requestHeaders.Authorization changed: *** -> ***",
                        "new changed: *** -> ***");
        assertThat(changes)
                .filteredOn(c -> c.path().equals("new"))
                .singleElement()
                .satisfies(c -> assertThat(c.before().asText()).isEqualTo("hunter2"));
    }
}
