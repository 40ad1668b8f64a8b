package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.Samples;
import io.druidingest.input.CsvInputFormat;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.DimensionsSpec;
import io.druidingest.schema.GranularitySpec;
import io.druidingest.schema.Metric;
import io.druidingest.schema.StringDimension;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.schema.UnknownMetric;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.IndexParallelTuningConfig;
import io.druidingest.spec.Task;
import io.druidingest.spec.UnknownTask;
import io.druidingest.tuning.HashedPartitionsSpec;
import io.druidingest.tuning.MultiValueHandling;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.unit.Interval;
import io.druidingest.validation.SpecValidationException;
import io.druidingest.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecJsonTest {

    private static final String LOAD = quoted("{'type':'index_parallel','spec':{"
            + "'dataSchema':{'dataSource':'wikipedia',"
            + "'timestampSpec':{'column':'time','format':'iso'},"
            + "'dimensionsSpec':{'dimensions':[{'type':'string','name':'channel'},"
            + "{'type':'string','name':'page'},{'type':'long','name':'delta'}]},"
            + "'metricsSpec':[{'type':'count','name':'count'},"
            + "{'type':'longSum','name':'added','fieldName':'added'}],"
            + "'granularitySpec':{'type':'uniform','segmentGranularity':'DAY','queryGranularity':'HOUR',"
            + "'rollup':true,'intervals':['2016-06-27/2016-06-28']}},"
            + "'ioConfig':{'type':'index_parallel',"
            + "'inputSource':{'type':'http','uris':['https://example.org/wikipedia.json.gz']},"
            + "'inputFormat':{'type':'json'}},"
            + "'tuningConfig':{'type':'index_parallel',"
            + "'partitionsSpec':{'type':'range','partitionDimensions':['channel'],'targetRowsPerSegment':5000000},"
            + "'forceGuaranteedRollup':true,'maxNumConcurrentSubTasks':4}}}");

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static Task strict(String json) {
        return SpecJson.read(json, Task.class, SpecJson.Mode.STRICT);
    }

    private static <T extends SpecObject> T lenient(String json, Class<T> type) {
        return SpecJson.read(quoted(json), type, SpecJson.Mode.LENIENT);
    }

    /** {@link #LOAD} with one part of it replaced. */
    private static String load(String part, String replacement) {
        assertThat(LOAD).contains(quoted(part));
        return LOAD.replace(quoted(part), quoted(replacement));
    }

    private static SpecValidationException refusal(String json) {
        SpecValidationException e = catchThrowableOfType(SpecValidationException.class, () -> strict(json));
        assertThat(e).as("refusal of %s", json).isNotNull();
        return e;
    }

    private static List<String> problems(String json) {
        return refusal(json).violations().stream().map(Violation::toString).collect(Collectors.toList());
    }

    @Test
    void writesWhatWasSetAndReadsItBack() {
        assertThat(SpecJson.write(Samples.LOAD)).isEqualTo(LOAD);
        assertThat(strict(LOAD)).isEqualTo(Samples.LOAD).hasSameHashCodeAs(Samples.LOAD);
    }

    @Test
    void namesTheNearestKeyToAMisspeltOne() {
        assertThat(problems(load("'maxNumConcurrentSubTasks'", "'maxNumConcurentSubtasks'")))
                .containsExactly("spec.tuningConfig.maxNumConcurentSubtasks   unknown-property: is not known here;"
                        + " did you mean \"maxNumConcurrentSubTasks\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'spec':{        | 'tuningConfig':{},'spec':{  | tuningConfig         | spec.tuningConfig",
                "'spec':{        | 'dataSource':'x','spec':{   | dataSource           | spec.dataSchema.dataSource",
                "'rollup':true   | 'rollup':true,'dimensions':[] | spec.dataSchema.granularitySpec.dimensions | spec.dataSchema.dimensionsSpec.dimensions",
                "'inputFormat':{ | 'rollup':1,'inputFormat':{  | spec.ioConfig.rollup | spec.dataSchema.granularitySpec.rollup",
                "'inputFormat':{ | 'uris':[],'inputFormat':{   | spec.ioConfig.uris   | spec.ioConfig.inputSource.uris",
            },
            quoteCharacter = '"')
    void saysWhereAMisplacedKeyBelongs(String part, String with, String path, String belongs) {
        assertThat(problems(load(part, with)))
                .containsExactly(path + "   unknown-property: is not known here; did you mean " + belongs + "?");
    }

    @Test
    void saysWhatToDoWithAKeyThatResemblesNone() {
        assertThat(problems(load("'rollup':true", "'rollup':true,'newInDruid40':1")))
                .containsExactly("spec.dataSchema.granularitySpec.newInDruid40   unknown-property: is not known here;"
                        + " if Druid reads it, read leniently to keep it");
    }

    @Test
    void doesNotSendAKeyOfAnotherTypeToWhereItStands() {
        assertThat(problems(load("'type':'count'", "'type':'count','fieldName':'a'")))
                .containsExactly("spec.dataSchema.metricsSpec[0].fieldName   unknown-property: is not known here;"
                        + " if Druid reads it, read leniently to keep it");
    }

    @Test
    void refusesUnknownTypesAndKeywordsStrictly() {
        assertThat(problems(load("'type':'http'", "'type':'htpp'")
                        .replace(quoted("'name':'page'"), quoted("'name':'page','multiValueHandling':'SORTED'"))))
                .containsExactly(
                        "spec.dataSchema.dimensionsSpec.dimensions[1].multiValueHandling   unknown-type: \"SORTED\" is"
                                + " none of [array, sorted_array, sorted_set]",
                        "spec.ioConfig.inputSource.type   unknown-type: \"htpp\" is none of [inline, local, http,"
                                + " s3, google, azure, azureStorage, hdfs, oss, druid, sql, combining, delta, iceberg,"
                                + " generator]; did you mean \"http\"?");
        assertThat(problems(quoted("{'type':'shuffle'}")))
                .containsExactly(
                        "type   unknown-type: \"shuffle\" is none of [index_parallel, index, compact, kill, archive,"
                                + " restore, move, noop]");
    }

    @Test
    void refusesAWrongOrMissingFixedType() {
        assertThat(problems(load("'ioConfig':{'type':'index_parallel',", "'ioConfig':{")
                        .replace(
                                quoted("'tuningConfig':{'type':'index_parallel'"),
                                quoted("'tuningConfig':{'type':'index'"))))
                .containsExactly(
                        "spec.ioConfig.type   missing: is required; set it to \"index_parallel\"",
                        "spec.tuningConfig.type   wrong-type: \"index\" cannot stand here; set it to"
                                + " \"index_parallel\"");
    }

    @Test
    void takesAFixedTypeThatDruidAssumes() {
        assertThat(strict(load("'type':'uniform',", ""))).isEqualTo(Samples.LOAD);
    }

    @Test
    void tellsEverythingAtOnce() {
        String json = load("'spec':{", "'tuningConfig':{},'spec':{")
                .replace(quoted("'dataSource':'wikipedia',"), "")
                .replace(
                        quoted("{'type':'long','name':'delta'}"),
                        quoted("5,null,{'type':'long'},{'name':'a','tpye':1}"))
                .replace(quoted("'type':'count'"), quoted("'type':'cuont'"))
                .replace(quoted("'fieldName':'added'"), quoted("'fieldName':[]"))
                .replace(quoted("'segmentGranularity':'DAY'"), quoted("'segmentGranularity':'DAZE'"))
                .replace(quoted("'rollup':true"), quoted("'rollup':'yes'"))
                .replace(quoted("'intervals':['2016"), quoted("'intervals':['2016','2016"))
                .replace(quoted("'type':'http'"), quoted("'kind':'http'"))
                .replace(quoted("{'type':'json'}"), quoted("'json'"))
                .replace("5000000", "0");

        assertThat(problems(json))
                .extracting(p -> p.replaceAll(":.*", ""))
                .containsExactly(
                        "tuningConfig   unknown-property",
                        "spec.dataSchema.dataSource   missing",
                        "spec.dataSchema.dimensionsSpec.dimensions[2]   malformed",
                        "spec.dataSchema.dimensionsSpec.dimensions[3]   null-element",
                        "spec.dataSchema.dimensionsSpec.dimensions[4].name   missing",
                        "spec.dataSchema.dimensionsSpec.dimensions[5].tpye   unknown-property",
                        "spec.dataSchema.metricsSpec[0].type   unknown-type",
                        "spec.dataSchema.metricsSpec[1].fieldName   malformed",
                        "spec.dataSchema.granularitySpec.segmentGranularity   unknown-granularity",
                        "spec.dataSchema.granularitySpec.rollup   malformed",
                        "spec.dataSchema.granularitySpec.intervals[0]   illegal-interval",
                        "spec.ioConfig.inputSource.type   missing",
                        "spec.ioConfig.inputFormat   malformed",
                        "spec.tuningConfig.partitionsSpec.targetRowsPerSegment   not-positive");
    }

    @Test
    void namesTheProblemsInTheOrderOfTheDocumentThatWasRead() {
        String json = quoted("{'spec':{'tuningConfig':{'maxRetry':-1,'type':'index_parallel'},'ioConfig':{'a':1,"
                + "'type':'index_parallel','inputSource':{'type':'inline','data':''}}},'type':'index_parallel'}");
        assertThat(refusal(json).violations())
                .extracting(Violation::path)
                .containsExactly(
                        "spec.dataSchema",
                        "spec.tuningConfig.maxRetry",
                        "spec.ioConfig.inputFormat",
                        "spec.ioConfig.a",
                        "spec.ioConfig.inputSource.data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'rollup':true               | 'rollup':'true'          | spec.dataSchema.granularitySpec.rollup    | is text; write true or false",
                "'rollup':true               | 'rollup':1               | spec.dataSchema.granularitySpec.rollup    | is a number; write true or false",
                "'intervals':['2016          | 'intervals':[{},'2016    | spec.dataSchema.granularitySpec.intervals[0] | is an object; write text",
                "['2016-06-27/2016-06-28']   | '2016-06-27/2016-06-28'  | spec.dataSchema.granularitySpec.intervals | is text; write a list",
                "5000000                     | 3.0                      | spec.tuningConfig.partitionsSpec.targetRowsPerSegment | is a number; write a whole number of 32 bits",
                "5000000                     | 9999999999               | spec.tuningConfig.partitionsSpec.targetRowsPerSegment | is a number; write a whole number of 32 bits",
                "5000000                     | '5000000'                | spec.tuningConfig.partitionsSpec.targetRowsPerSegment | is text; write a whole number of 32 bits",
                "'maxNumConcurrentSubTasks':4| 'pushTimeout':'PT1H'     | spec.tuningConfig.pushTimeout             | is text; write a whole number of 64 bits",
                "'maxNumConcurrentSubTasks':4| 'chatHandlerTimeout':'1h'| spec.tuningConfig.chatHandlerTimeout      | is text; write an ISO-8601 duration such as PT1H, or milliseconds",
                "'column':'time'             | 'missingValue':'now'     | spec.dataSchema.timestampSpec.missingValue | is text; write an ISO-8601 time such as 2026-01-31T00:00:00Z",
                "['https://example.org/wikipedia.json.gz'] | ['a b'] | spec.ioConfig.inputSource.uris[0]           | is text; write a URI such as https://example.org/data.json",
                "{'type':'json'}             | []                       | spec.ioConfig.inputFormat                 | is a list; write an object with a type, one of [json, csv, tsv, lines, regex, parquet, orc, avro_ocf, avro_stream, protobuf, thrift, kafka, kinesis]",
                "{'type':'json'}             | {'type':[]}              | spec.ioConfig.inputFormat.type            | is required; set it to one of [json, csv, tsv, lines, regex, parquet, orc, avro_ocf, avro_stream, protobuf, thrift, kafka, kinesis]",
                "{'column':'time','format':'iso'} | true                | spec.dataSchema.timestampSpec             | is a boolean; write an object",
            },
            quoteCharacter = '"')
    void saysWhatToWriteInPlaceOfAMalformedValue(String part, String with, String path, String message) {
        List<Violation> found = refusal(load(part, with)).violations();
        assertThat(found).extracting(Violation::path).containsExactly(path);
        assertThat(found).extracting(Violation::message).containsExactly(message);
    }

    @Test
    void rulesDoNotJudgeWhatCouldNotBeRead() {
        // an unreadable list is no empty one
        assertThat(problems(load("['https://example.org/wikipedia.json.gz']", "5")))
                .containsExactly("spec.ioConfig.inputSource.uris   malformed: is a number; write a list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "null", "[]", "5", "\"text\"", "{", "{]", "{'type':'x','type':'y'}", "{} {}", "{} x"})
    void refusesWhatIsNotOneJsonObject(String json) {
        assertThat(problems(quoted(json))).singleElement().asString().startsWith("malformed: is not ");
    }

    @Test
    void saysWhereADocumentIsNotJson() {
        assertThatThrownBy(() -> strict("{\n  \"type\": x}"))
                .hasMessage("Task has 1 problem\n  malformed: is not JSON: Unrecognized token, at line 2, column 11");
        assertThatThrownBy(() -> strict(quoted("{'type':'x','type':'y'}")))
                .hasMessageContaining("Duplicate field 'type'");
    }

    @Test
    void keepsEverythingUnknownWhenLenient() {
        String json = quoted("{'type':'index_parallel','top':{'a':[null,{'b':null}]},'spec':{"
                + "'dataSchema':{'dataSource':'w','timestampSpec':{'locale':'en'},'dimensionsSpec':{'dimensions':["
                + "{'type':'geo','name':'where','resolution':2.50},"
                + "{'type':'string','name':'a','multiValueHandling':'FUTURE','properties':{'properties':1}}]},"
                + "'metricsSpec':[{'type':'futureSketch','name':'users','size':16384}],"
                + "'futureSpec':{'filter':null,'transforms':[]},'granularitySpec':{'type':'uniform',"
                + "'segmentGranularity':{'type':'period','period':'P1D','timeZone':'Europe/Berlin'},"
                + "'intervals':['2026/P1Y']}},"
                + "'ioConfig':{'type':'index_parallel','inputSource':{'type':'futureStore','uris':['s3://b/k']},"
                + "'inputFormat':{'type':'futureFormat','binaryAsString':false}},"
                + "'tuningConfig':{'type':'index_parallel','partitionsSpec':{'type':'futurePartitions','partitionDimension':"
                + "'a','targetRowsPerSegment':5},'forceGuaranteedRollup':true,"
                + "'futureIndex':{'bitmap':{'type':'roaring'}}}},'context':{'priority':75,'x':null}}");
        Task task = lenient(json, Task.class);

        assertThat(SpecJson.tree(task)).isEqualTo(tree(json));
        assertThat(((IndexParallelTask) task).spec().dataSchema().metricsSpec().get(0))
                .isEqualTo(UnknownMetric.of(
                        m -> m.type("futureSketch").name("users").property("size", 16384)));
    }

    @Test
    void keepsATaskOfAnUnknownTypeWhenLenient() {
        String json = quoted("{'type':'shuffle','dataSource':'w','interval':'2026/2027','context':{'priority':0}}");
        Task task = lenient(json, Task.class);
        assertThat(task)
                .isEqualTo(UnknownTask.of(t -> t.type("shuffle")
                        .dataSource("w")
                        .context(c -> c.priority(0))
                        .property("interval", "2026/2027")));
        assertThat(SpecJson.tree(task)).isEqualTo(tree(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.50",
                "1.10",
                "100.0",
                "1E+400",
                "9007199254740993123",
                "-1",
                "0.1000000000000000055511151231257827"
            })
    void keepsTheTextOfANumber(String number) {
        String json = quoted("{'type':'x','n':" + number + "}");
        assertThat(SpecJson.write(lenient(json, Task.class))).isEqualTo(json);
    }

    @Test
    void readsNullOfAKnownPropertyAsAbsent() {
        assertThat(strict(load("'rollup':true", "'rollup':true,'queryGranularity':null")
                        .replaceFirst(quoted("'queryGranularity':'HOUR',"), "")))
                .isEqualTo(strict(LOAD.replace(quoted("'queryGranularity':'HOUR',"), "")));
        assertThat(lenient("{'dimensions':null}", DimensionsSpec.class)).isEqualTo(DimensionsSpec.of(d -> d));
        assertThat(lenient("{'type':null}", GranularitySpec.class)).isEqualTo(GranularitySpec.uniform(g -> g));
    }

    @Test
    void keepsAnEmptyTextApartFromNone() {
        assertThat(SpecJson.write(TimestampSpec.of(t -> t.column("")))).isEqualTo("{\"column\":\"\"}");
        assertThat(SpecJson.write(TimestampSpec.of(t -> t))).isEqualTo("{}");
    }

    @Test
    void readsABareStringAsADimensionAndNoTypeAsAString() {
        assertThat(lenient("{'dimensions':['a',{'name':'b'},{'type':'long','name':'c'}]}", DimensionsSpec.class))
                .isEqualTo(DimensionsSpec.of(
                        d -> d.dimensions(Dimension.string("a"), Dimension.string("b"), Dimension.longs("c"))));
    }

    @Test
    void readsPartitionsWithoutATypeAsHashed() {
        assertThat(lenient("{'numShards':3}", PartitionsSpec.class))
                .isEqualTo(HashedPartitionsSpec.of(p -> p.numShards(3)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T00:00:00Z",
        "2026-01-31, 2026-01-31T00:00:00Z",
        "2026-01-31T10:30, 2026-01-31T10:30:00Z",
        "2026-01-31T10:30:00.5+01:00, 2026-01-31T09:30:00.500Z",
        "1769817600000, 2026-01-31T00:00:00Z",
    })
    void readsATimeInEachOfDruidsForms(String written, Instant read) {
        String json = written.length() > 12 && !written.contains("-") ? written : "'" + written + "'";
        assertThat(lenient("{'missingValue':" + json + "}", TimestampSpec.class).missingValue())
                .isEqualTo(read);
    }

    @Test
    void writesDurationsInTheFormOfTheirProperty() {
        IndexParallelTuningConfig config = IndexParallelTuningConfig.of(
                c -> c.pushTimeout(Duration.ofHours(1)).chatHandlerTimeout(Duration.ofDays(2_147_483_647)));
        assertThat(SpecJson.write(config))
                .isEqualTo(quoted(
                        "{'type':'index_parallel','pushTimeout':3600000," + "'chatHandlerTimeout':'P2147483647D'}"));
        assertThat(lenient("{'type':'index_parallel','chatHandlerTimeout':90000}", IndexParallelTuningConfig.class))
                .isEqualTo(IndexParallelTuningConfig.of(c -> c.chatHandlerTimeout(Duration.ofSeconds(90))));
    }

    @Test
    void canonicalFormDoesNotDependOnTheOrderOfKeys() {
        String turned = quoted("{'spec':" + reversed(tree(LOAD).get("spec")) + ",'type':'index_parallel'}");
        assertThat(turned).isNotEqualTo(LOAD);
        Task read = strict(turned);
        assertThat(SpecJson.canonical(read)).isEqualTo(SpecJson.canonical(Samples.LOAD));
        assertThat(SpecJson.fingerprint(read))
                .isEqualTo(SpecJson.fingerprint(Samples.LOAD))
                .matches("[0-9a-f]{64}");
    }

    private static String reversed(JsonNode node) {
        ObjectNode turned = SpecMapper.wire().createObjectNode();
        List<Map.Entry<String, JsonNode>> fields = List.copyOf(node.properties());
        for (int i = fields.size() - 1; i >= 0; i--) {
            turned.set(fields.get(i).getKey(), fields.get(i).getValue());
        }
        return turned.toString();
    }

    @Test
    void canonicalFormDoesNotDependOnSpelling() {
        Task one = strict(load("'DAY'", "'day'")
                .replace("2016-06-27/2016-06-28", "2016-06-27T00Z/P1D")
                .replace(quoted("'name':'page'"), quoted("'name':'page','multiValueHandling':'sorted_set'")));
        Task other = strict(LOAD.replace(
                quoted("{'type':'string','name':'page'}"),
                quoted("{'multiValueHandling':'SORTED_SET','name':'page'}")));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(SpecJson.write(one)).contains("\"day\"", "T00Z/P1D").isNotEqualTo(SpecJson.write(other));
        assertThat(SpecJson.canonical(one)).isEqualTo(SpecJson.canonical(other));
        assertThat(SpecJson.canonical(lenient("{'type':'x','n':1.10}", Task.class)))
                .isEqualTo(SpecJson.canonical(lenient("{'n':1.1,'type':'x'}", Task.class)));
    }

    @Test
    void fingerprintTellsDifferentSpecsApart() {
        assertThat(SpecJson.fingerprint(strict(load("5000000", "5000001"))))
                .isNotEqualTo(SpecJson.fingerprint(Samples.LOAD));
    }

    @Test
    void readsWhatDruidItselfWritesBack() throws IOException {
        String json = resource("druid-33-payload.json");
        Task task = SpecJson.read(json, Task.class, SpecJson.Mode.LENIENT);

        assertThat(task).isInstanceOf(IndexParallelTask.class);
        assertThat(task.dataSource()).isEqualTo("inline_ds");
        assertThat(((IndexParallelTask) task).spec().dataSchema().metricsSpec())
                .containsExactly(Metric.count("cnt"), Metric.longSum("n"));
        assertThat(withoutNothings(SpecJson.tree(task))).isEqualTo(withoutNothings(tree(json)));
        assertThat(SpecJson.read(SpecJson.write(task), Task.class, SpecJson.Mode.LENIENT))
                .isEqualTo(task);
    }

    /** Druid writes null and empty lists where we write nothing; both read as its default. */
    private static JsonNode withoutNothings(JsonNode node) {
        if (!node.isObject()) {
            node.forEach(SpecJsonTest::withoutNothings);
            return node;
        }
        ObjectNode object = (ObjectNode) node;
        object.forEach(SpecJsonTest::withoutNothings);
        List.copyOf(object.properties()).stream()
                .filter(f -> f.getValue().isNull()
                        || (f.getValue().isArray() && f.getValue().isEmpty()))
                .forEach(f -> object.remove(f.getKey()));
        return object;
    }

    @Test
    void keepsTheTextOfWordsAndIntervals() {
        assertThat(SpecJson.write(
                        StringDimension.of(d -> d.name("a").multiValueHandling(MultiValueHandling.of("sorted_Array")))))
                .contains("sorted_Array");
        assertThat(SpecJson.write(GranularitySpec.uniform(g -> g.intervals(Interval.of("2026/P1Y")))))
                .contains("2026/P1Y");
    }

    @Test
    void makesTreesThatEqualThoseOfAReader() {
        assertThat(SpecJson.tree(5L)).isEqualTo(tree("5"));
        assertThat(SpecJson.tree(Map.of("a", 2.5f))).isEqualTo(tree("{\"a\":2.5}"));
        assertThat(SpecJson.tree(null)).isEqualTo(tree("null"));
        assertThatThrownBy(() -> SpecJson.tree(List.of(LocalDate.EPOCH))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAPartOfASpecByItself() {
        assertThatThrownBy(() -> SpecJson.read("{\"type\":\"csv\"}", CsvInputFormat.class, SpecJson.Mode.STRICT))
                .isInstanceOf(SpecValidationException.class)
                .hasMessageStartingWith("CsvInputFormat has 1 problem\n  columns-or-header: ");
    }

    private static JsonNode tree(String json) {
        try {
            return SpecMapper.wire().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SpecJsonTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
