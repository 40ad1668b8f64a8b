package io.druidingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.coordinator.RetentionRules;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.json.Specs;
import io.druidingest.query.Filter;
import io.druidingest.query.VirtualColumn;
import io.druidingest.schema.DataSchema;
import io.druidingest.schema.DimensionsSpec;
import io.druidingest.schema.GranularitySpec;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TransformSpec;
import io.druidingest.spec.IndexParallelTuningConfig;
import io.druidingest.spec.Supervisor;
import io.druidingest.spec.Task;
import io.druidingest.tuning.AutoScalerConfig;
import io.druidingest.tuning.IndexSpec;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.validation.Rules;
import io.druidingest.validation.Severity;
import io.druidingest.validation.SpecValidationException;
import io.druidingest.validation.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Druid's own documentation shows is read, judged as {@code documented/index.json} expects, and written back with
 * nothing lost.
 */
class DocumentedSpecsTest {

    private static final Path FOLDER = Path.of("src/test/resources/documented");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What documents of a folder are read as: a list element by element, but for retention rules, which are one. */
    private static final Map<String, Class<? extends SpecObject>> KINDS = Map.ofEntries(
            Map.entry("aggregator", Metric.class),
            Map.entry("autoScalerConfig", AutoScalerConfig.class),
            Map.entry("compactionConfig", CompactionConfig.class),
            Map.entry("dataSchema", DataSchema.class),
            Map.entry("dimensionsSpec", DimensionsSpec.class),
            Map.entry("granularitySpec", GranularitySpec.class),
            Map.entry("indexSpec", IndexSpec.class),
            Map.entry("inputFormat", InputFormat.class),
            Map.entry("inputSource", InputSource.class),
            Map.entry("partitionsSpec", PartitionsSpec.class),
            Map.entry("rules", RetentionRules.class),
            Map.entry("supervisor", Supervisor.class),
            Map.entry("filter", Filter.class),
            Map.entry("virtualColumn", VirtualColumn.class),
            Map.entry("transformSpec", TransformSpec.class),
            Map.entry("task", Task.class),
            Map.entry("tuningConfig", IndexParallelTuningConfig.class));

    static Stream<Document> documents() {
        return StreamSupport.stream(
                        parse(FOLDER.resolve("index.json")).get("documents").spliterator(), false)
                .map(Document::new);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isJudgedAsExpected(Document document) {
        assertThat(document.findings())
                .extracting(v -> v.rule().id() + " at " + v.path())
                .isEqualTo(document.expected());
    }

    /** Those in which nothing is wrong but what a lenient reading keeps. */
    static Stream<Document> kept() {
        return documents().filter(d -> d.findings().stream().allMatch(DocumentedSpecsTest::isLenient));
    }

    @AfterAll
    static void tellFigures() {
        long all = documents().count();
        long clean = documents().filter(d -> d.findings().isEmpty()).count();
        System.out.println("Documented specs: " + all + ", read clean " + clean + ", with findings " + (all - clean)
                + ", written back " + kept().count());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void isWrittenBack(Document document) {
        for (JsonNode part : document.parts()) {
            SpecObject value = SpecJson.read(part.toString(), document.type(), SpecJson.Mode.LENIENT);

            assertThat(lost("", part, SpecJson.tree(value), document.spelt())).isEmpty();
            SpecObject again = SpecJson.read(SpecJson.write(value), document.type(), SpecJson.Mode.LENIENT);
            assertThat(SpecJson.diff(value, again)).isEmpty();
        }
    }

    @Test
    void theIndexNamesEachFile() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(f -> FOLDER.relativize(f).toString().replace('\\', '/'))
                    .filter(f -> !f.equals("index.json"))
                    .collect(Collectors.toList());

            assertThat(documents().map(Document::toString)).containsExactlyInAnyOrderElementsOf(found);
        }
    }

    /**
     * Where the document says something that is not written. Nulls and empty lists and maps say nothing; a text may
     * stand for an object that holds it; {@code spelt} tells which texts are written otherwise.
     */
    private static List<String> lost(String pointer, JsonNode said, JsonNode written, JsonNode spelt) {
        if (said.isNull() || (said.isContainerNode() && said.isEmpty())) {
            return List.of();
        }
        List<String> lost = new ArrayList<>();
        if (said.isObject()) {
            said.properties()
                    .forEach(p -> lost.addAll(
                            lost(pointer + "/" + p.getKey(), p.getValue(), written.path(p.getKey()), spelt)));
        } else if (said.isArray() && written.size() == said.size()) {
            for (int i = 0; i < said.size(); i++) {
                lost.addAll(lost(pointer + "/" + i, said.get(i), written.path(i), spelt));
            }
        } else if (!isKept(said, written) && !written.equals(spelt.path(pointer))) {
            lost.add(pointer + ": " + said + " is written " + written);
        }
        return lost;
    }

    private static boolean isLenient(Violation v) {
        return v.rule().severity() == Severity.WARNING
                || v.rule() == Rules.UNKNOWN_PROPERTY
                || v.rule() == Rules.UNKNOWN_TYPE;
    }

    private static boolean isKept(JsonNode said, JsonNode written) {
        if (said.isTextual() && written.isContainerNode()) {
            return StreamSupport.stream(written.spliterator(), false).anyMatch(said::equals);
        }
        if (said.isNumber() && written.isNumber()) {
            return said.decimalValue().compareTo(written.decimalValue()) == 0;
        }
        return said.equals(written);
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of the index, and the file it names. */
    static final class Document {

        private final JsonNode entry;
        private final String file;

        Document(JsonNode entry) {
            this.entry = entry;
            this.file = entry.get("file").asText();
        }

        Class<? extends SpecObject> type() {
            return KINDS.get(kind());
        }

        List<JsonNode> parts() {
            JsonNode json = parse(FOLDER.resolve(file));
            if (type() == RetentionRules.class) {
                return List.of(json.isArray() ? json : JSON.createArrayNode().add(json));
            }
            return json.isArray()
                    ? StreamSupport.stream(json.spliterator(), false).collect(Collectors.toList())
                    : List.of(json);
        }

        /** Every error and warning of a strict reading. */
        List<Violation> findings() {
            return parts().stream().flatMap(p -> findings(p).stream()).collect(Collectors.toList());
        }

        private List<Violation> findings(JsonNode part) {
            try {
                return Specs.warnings(SpecJson.read(part.toString(), type(), SpecJson.Mode.STRICT));
            } catch (SpecValidationException e) {
                return e.violations();
            }
        }

        List<String> expected() {
            return StreamSupport.stream(entry.path("findings").spliterator(), false)
                    .map(f -> f.get("rule").asText() + " at " + f.get("path").asText())
                    .collect(Collectors.toList());
        }

        /** Texts that are written otherwise than the document spells them, by JSON pointer. */
        JsonNode spelt() {
            return entry.path("spelt");
        }

        private String kind() {
            return file.substring(0, file.indexOf('/'));
        }

        @Override
        public String toString() {
            return file;
        }
    }
}
