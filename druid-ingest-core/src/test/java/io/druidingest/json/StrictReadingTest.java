package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.Samples;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.Task;
import io.druidingest.tuning.PartitionsSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a strict reader sends a block that stands in the wrong place, and what any reader takes because Druid does. */
class StrictReadingTest {

    private static final String LOAD = SpecJson.write(Samples.LOAD);

    private static String load(String part, String with) {
        assertThat(LOAD).contains(part.replace('\'', '"'));
        return LOAD.replace(part.replace('\'', '"'), with.replace('\'', '"'));
    }

    private static Task read(String json, SpecJson.Mode mode) {
        return SpecJson.read(json, Task.class, mode);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'spec':{        | 'dataSchema':{},'spec':{       | dataSchema | spec.dataSchema",
                "'inputFormat':{ | 'partitionsSpec':{'type':'dynamic'},'inputFormat':{ | spec.ioConfig.partitionsSpec | spec.tuningConfig.partitionsSpec",
                "'metricsSpec':[ | 'tuningConfig':{},'metricsSpec':[ | spec.dataSchema.tuningConfig | spec.tuningConfig",
                "'metricsSpec':[ | 'queryGranularity':'DAY','metricsSpec':[ | spec.dataSchema.queryGranularity | spec.dataSchema.granularitySpec.queryGranularity",
                "'metricsSpec':[ | 'targetRowsPerSegment':5,'metricsSpec':[ | spec.dataSchema.targetRowsPerSegment | spec.tuningConfig.partitionsSpec.targetRowsPerSegment",
                "'metricsSpec':[ | 'fieldName':'a','metricsSpec':[ | spec.dataSchema.fieldName | spec.dataSchema.metricsSpec[1].fieldName",
                "'inputFormat':{ | 'createBitmapIndex':true,'inputFormat':{ | spec.ioConfig.createBitmapIndex | spec.dataSchema.dimensionsSpec.dimensions[0].createBitmapIndex",
            })
    void aMisplacedBlockIsSentWhereItBelongs(String part, String with, String path, String belongs) {
        assertThatThrownBy(() -> read(load(part, with), SpecJson.Mode.STRICT))
                .hasMessageContaining(path + "   unknown-property: is not known here; did you mean " + belongs + "?");
    }

    @Test
    void aListThatIsNotThereHasNoIndex() {
        String bare = load(
                        "{'type':'string','name':'channel'},{'type':'string','name':'page'},{'type':'long','name':'delta'}",
                        "")
                .replace("\"inputFormat\"", "\"createBitmapIndex\":true,\"inputFormat\"");
        assertThatThrownBy(() -> read(bare, SpecJson.Mode.STRICT))
                .hasMessageContaining("did you mean spec.dataSchema.dimensionsSpec.dimensions[].createBitmapIndex?");
    }

    @Test
    void scalarsInQuotesAreReadLenientlyOnly() {
        String quoted = load("'maxNumConcurrentSubTasks':4", "'maxNumConcurrentSubTasks':'4'")
                .replace("\"rollup\":true", "\"rollup\":\"true\"");
        assertThat(read(quoted, SpecJson.Mode.LENIENT)).isEqualTo(Samples.LOAD);
        assertThatThrownBy(() -> read(quoted, SpecJson.Mode.STRICT))
                .hasMessageContaining("rollup       malformed: is text; write true or false")
                .hasMessageContaining("maxNumConcurrentSubTasks   malformed: is text; write a whole number");
        assertThatThrownBy(() -> read(quoted.replace("\"4\"", "\"4.5\""), SpecJson.Mode.LENIENT))
                .hasMessageContaining("malformed");
    }

    @ParameterizedTest
    @EnumSource(SpecJson.Mode.class)
    void minusOneIsNothingWhereDruidReadsItSo(SpecJson.Mode mode) {
        assertThat(read(
                        load("'targetRowsPerSegment':5000000", "'targetRowsPerSegment':5000000,'maxRowsPerSegment':-1"),
                        mode))
                .isEqualTo(Samples.LOAD);
    }

    @ParameterizedTest
    @EnumSource(names = {"LENIENT", "AS_FOUND"})
    void anEmptyTextThatDruidReadsAsNothingIsMissing(SpecJson.Mode mode) {
        String empty = SpecJson.write(Samples.LOAD)
                .replaceFirst("\\{", "{\"resource\":{\"availabilityGroup\":\"a\",\"requiredCapacity\":\"\"},");

        assertThatThrownBy(() -> SpecJson.read(empty, Task.class, mode))
                .hasMessageContaining("resource.requiredCapacity   missing: is required");
    }

    @Test
    void minusOneIsANumberElsewhere() {
        String less = load("'maxNumConcurrentSubTasks':4", "'maxNumConcurrentSubTasks':-1");

        assertThatThrownBy(() -> read(less, SpecJson.Mode.STRICT)).hasMessageContaining("not-positive");
        assertThatThrownBy(() -> read(less, SpecJson.Mode.LENIENT)).hasMessageContaining("not-positive");
        assertThat(SpecJson.violations(read(less, SpecJson.Mode.AS_FOUND)))
                .extracting(v -> v.rule().id())
                .containsExactly("not-positive");
    }

    @ParameterizedTest
    @EnumSource(SpecJson.Mode.class)
    void formerNamesAreReadAndWrittenAnew(SpecJson.Mode mode) {
        IndexParallelTask hashed = Samples.LOAD.toBuilder()
                .tuningConfig(Samples.LOAD.spec().tuningConfig().toBuilder()
                        .partitionsSpec(PartitionsSpec.hashed(p -> p.targetRowsPerSegment(500)))
                        .build())
                .build();
        for (String former : new String[] {"maxRowsPerSegment", "targetPartitionSize"}) {
            Task read = read(SpecJson.write(hashed).replace("targetRowsPerSegment", former), mode);
            assertThat(read).isEqualTo(hashed);
            assertThat(SpecJson.diff(hashed, read)).isEmpty();
        }
    }
}
