package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.client.DruidClient;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.junit5.LocalDruidExtension;
import io.druidingest.validation.Rule;
import io.druidingest.validation.Rules;
import io.druidingest.validation.Severity;
import io.druidingest.validation.SpecValidationException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the library refuses is what Druid refuses, fails, or reads otherwise than it was written. */
@ExtendWith(LocalDruidExtension.class)
class RulesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private enum Druid {
        /** Answers the submission with 400. */
        REFUSES,
        /** Takes the task, which then fails. */
        FAILS,
        /** Takes the task and does not do what it says: the value that was written is not the one it works with. */
        MISREADS
    }

    static Stream<Arguments> badSpecs() {
        return Stream.of(
                bad("missing", Druid.REFUSES, "/spec/dataSchema/timestampSpec", "null"),
                bad("missing", Druid.FAILS, "/spec/dataSchema/dimensionsSpec", "null"),
                bad("malformed", Druid.REFUSES, "/spec/tuningConfig/maxNumConcurrentSubTasks", "\"many\""),
                bad("wrong-type", Druid.REFUSES, "/spec/ioConfig/type", "\"index\""),
                bad("unknown-property", Druid.MISREADS, "/tuningConfig", "{\"type\":\"index_parallel\"}"),
                bad("unknown-type", Druid.MISREADS, "/spec/dataSchema/dimensionsSpec/dimensions/0/type", "\"strin\""),
                bad("illegal-id", Druid.REFUSES, "/spec/dataSchema/dataSource", "\"a/b\""),
                bad("null-element", Druid.REFUSES, "/spec/dataSchema/dimensionsSpec/dimensions", "[null]"),
                bad("empty-name", Druid.REFUSES, "/spec/dataSchema/dimensionsSpec/dimensions/0/name", "\"\""),
                bad("duplicate-column", Druid.REFUSES, "/spec/dataSchema/metricsSpec/0/name", "\"page\""),
                bad(
                        "excluded-dimension",
                        Druid.REFUSES,
                        "/spec/dataSchema/dimensionsSpec/dimensionExclusions",
                        "[\"page\"]"),
                bad("time-dimension", Druid.REFUSES, "/spec/dataSchema/dimensionsSpec/dimensions/0/name", "\"__time\""),
                bad("timestamp-format", Druid.REFUSES, "/spec/dataSchema/timestampSpec/format", "\"yyyyTMM\""),
                bad("field-or-expression", Druid.REFUSES, "/spec/dataSchema/metricsSpec/1/fieldName", "null"),
                bad("illegal-interval", Druid.REFUSES, "/spec/dataSchema/granularitySpec/intervals/0", "\"2026\""),
                bad("illegal-interval", Druid.REFUSES, "/spec/dataSchema/granularitySpec/intervals/0", "\"2026/2025\""),
                bad(
                        "unknown-granularity",
                        Druid.REFUSES,
                        "/spec/dataSchema/granularitySpec/segmentGranularity",
                        "\"DAYZ\""),
                bad("nothing-to-read", Druid.REFUSES, "/spec/ioConfig/inputSource/data", "\"\""),
                bad(
                        "filter-with-base-dir",
                        Druid.REFUSES,
                        "/spec/ioConfig/inputSource",
                        "{\"type\":\"local\",\"baseDir\":\"/tmp\"}"),
                bad(
                        "uri-protocol",
                        Druid.REFUSES,
                        "/spec/ioConfig/inputSource",
                        "{\"type\":\"http\",\"uris\":[\"ftp://a/b\"]}"),
                bad("columns-or-header", Druid.REFUSES, "/spec/ioConfig/inputFormat", "{\"type\":\"csv\"}"),
                bad(
                        "delimiters-differ",
                        Druid.REFUSES,
                        "/spec/ioConfig/inputFormat",
                        "{\"type\":\"csv\",\"columns\":[\"a,b\"]}"),
                bad(
                        "json-reader",
                        Druid.REFUSES,
                        "/spec/ioConfig/inputFormat",
                        "{\"type\":\"json\",\"useJsonNodeReader\":true,\"assumeNewlineDelimited\":true}"),
                bad("input-format-needed", Druid.REFUSES, "/spec/ioConfig/inputFormat", "null"),
                bad(
                        "append-and-drop",
                        Druid.REFUSES,
                        "/spec/ioConfig/dropExisting",
                        "true",
                        "/spec/ioConfig/appendToExisting",
                        "true"),
                bad(
                        "drop-needs-intervals",
                        Druid.REFUSES,
                        "/spec/ioConfig/dropExisting",
                        "true",
                        "/spec/dataSchema/granularitySpec/intervals",
                        "[]"),
                bad(
                        "guaranteed-rollup-partitions",
                        Druid.REFUSES,
                        "/spec/tuningConfig/partitionsSpec",
                        "{\"type\":\"hashed\"}"),
                bad(
                        "one-partition-size",
                        Druid.REFUSES,
                        "/spec/tuningConfig/partitionsSpec",
                        "{\"type\":\"hashed\",\"numShards\":1,\"targetRowsPerSegment\":1}",
                        "/spec/tuningConfig/forceGuaranteedRollup",
                        "true"),
                bad(
                        "range-needs-files",
                        Druid.FAILS,
                        "/spec/tuningConfig/partitionsSpec",
                        "{\"type\":\"range\",\"targetRowsPerSegment\":1,\"partitionDimensions\":[\"page\"]}",
                        "/spec/tuningConfig/forceGuaranteedRollup",
                        "true"),
                bad(
                        "partition-dimensions",
                        Druid.REFUSES,
                        "/spec/tuningConfig/partitionsSpec",
                        "{\"type\":\"range\",\"targetRowsPerSegment\":1}",
                        "/spec/tuningConfig/forceGuaranteedRollup",
                        "true"),
                bad(
                        "append-needs-dynamic",
                        Druid.REFUSES,
                        "/spec/tuningConfig/partitionsSpec",
                        "{\"type\":\"hashed\"}",
                        "/spec/tuningConfig/forceGuaranteedRollup",
                        "true",
                        "/spec/ioConfig/appendToExisting",
                        "true"),
                bad("not-positive", Druid.REFUSES, "/spec/tuningConfig/maxNumConcurrentSubTasks", "0"),
                bad("negative", Druid.MISREADS, "/spec/tuningConfig/awaitSegmentAvailabilityTimeoutMillis", "-1"));
    }

    /** Each ERROR rule has its case; a rule that is not about JSON has its reason here. */
    @Test
    void eachErrorRuleHasACase() {
        Set<String> rules = Arrays.stream(Rules.class.getFields())
                .map(RulesIT::rule)
                .filter(r -> r.severity() == Severity.ERROR)
                .map(Rule::id)
                .collect(Collectors.toSet());
        rules.remove("known-property"); // about a builder: in JSON it would be a key that stands there twice
        rules.remove("coarser-than-segment"); // has a test of its own

        assertThat(badSpecs().map(a -> (String) a.get()[0]).collect(Collectors.toSet()))
                .isEqualTo(rules);
    }

    private static Rule rule(Field constant) {
        try {
            return (Rule) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aQueryGranularityCoarserThanTheSegmentsIsNotWhatRowsGet(LocalDruid local, DruidClient druid) throws Exception {
        String dataSource = Loads.newDataSource();
        ObjectNode spec = (ObjectNode) SpecJson.tree(Loads.inline(dataSource, Loads.rows(10)));
        set(spec, "/spec/dataSchema/granularitySpec/queryGranularity", TextNode.valueOf("MONTH"));
        assertThat(refusal(spec).violations()).extracting(v -> v.rule().id()).containsExactly("coarser-than-segment");

        String id = JSON.readTree(post(local.overlord().resolve("/druid/indexer/v1/task"), spec.toString())
                        .body())
                .path("task")
                .asText();
        druid.tasks().attach(id).queryable().join();

        assertThat(druid.sql()
                        .query("SELECT SUM(\"count\") AS n, MAX(__time) AS latest FROM \"" + dataSource + "\"")
                        .join())
                .containsExactly(Map.of("n", 10L, "latest", "2026-01-02T00:00:00.000Z")); // by days, not by months
    }

    private static SpecValidationException refusal(ObjectNode spec) {
        SpecValidationException refused = catchThrowableOfType(
                SpecValidationException.class,
                () -> SpecJson.read(spec.toString(), IndexParallelTask.class, SpecJson.Mode.STRICT));
        assertThat(refused).as("refused here").isNotNull();
        return refused;
    }

    private static Arguments bad(String rule, Druid druid, String... changes) {
        return Arguments.of(rule, druid, changes);
    }

    @ParameterizedTest(name = "{0}: Druid {1}")
    @MethodSource("badSpecs")
    void druidAgrees(String rule, Druid expected, String[] changes, LocalDruid local, DruidClient druid)
            throws Exception {
        String dataSource = Loads.newDataSource();
        ObjectNode spec = (ObjectNode) SpecJson.tree(Loads.inline(dataSource, Loads.rows(2)));
        spec.withObject("/spec/tuningConfig").put("type", "index_parallel");
        for (int i = 0; i < changes.length; i += 2) {
            set(spec, changes[i], JSON.readTree(changes[i + 1]));
        }

        SpecValidationException refused = refusal(spec);
        assertThat(refused.violations()).extracting(v -> v.rule().id()).contains(rule);

        HttpResponse<String> answer = post(local.overlord().resolve("/druid/indexer/v1/task"), spec.toString());
        if (expected == Druid.REFUSES) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            return;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String id = JSON.readTree(answer.body()).path("task").asText();
        TaskStatus end = druid.tasks().attach(id).completion().join();
        assertThat(end.state().name()).isEqualTo(expected == Druid.FAILS ? "FAILED" : "SUCCESS");
        if (expected == Druid.MISREADS) {
            JsonNode kept = JSON.readTree(HTTP.send(
                                    HttpRequest.newBuilder(local.overlord()
                                                    .resolve("/druid/indexer/v1/task/" + id.replace(":", "%3A")))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body())
                    .path("payload");
            assertThat(kept.at(changes[0])).isNotEqualTo(JSON.readTree(changes[1]));
        }
    }

    private static void set(ObjectNode root, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, slash));
        String last = pointer.substring(slash + 1);
        if (parent.isArray()) {
            ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(last), value);
        } else if (value.isNull()) {
            ((ObjectNode) parent).remove(last);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }

    private static HttpResponse<String> post(URI uri, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
