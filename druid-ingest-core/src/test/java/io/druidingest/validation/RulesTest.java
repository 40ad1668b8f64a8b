package io.druidingest.validation;

import static io.druidingest.unit.Granularity.ALL;
import static io.druidingest.unit.Granularity.HOUR;
import static io.druidingest.unit.Granularity.QUARTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.druidingest.DruidIngestException;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.DimensionsSpec;
import io.druidingest.schema.Metric;
import io.druidingest.spec.CompactTask;
import io.druidingest.spec.CompactionRunner;
import io.druidingest.spec.CompactionTuningConfig;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.Task;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.unit.Granularity;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, broken alone by each {@link Breach}, and what stands just on the right side of it. */
class RulesTest {

    private static List<Rule> rules() {
        return Arrays.stream(Rules.class.getFields())
                .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == Rule.class)
                .map(f -> {
                    try {
                        return (Rule) f.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.toList());
    }

    private static Stream<Breach> breaches(Severity severity) {
        return Breach.all().filter(b -> b.rule.severity() == severity);
    }

    static Stream<Breach> errors() {
        return breaches(Severity.ERROR);
    }

    static Stream<Breach> warnings() {
        return breaches(Severity.WARNING);
    }

    @Test
    void everyRuleIsDemonstrated() {
        assertThat(rules())
                .hasSizeGreaterThan(30)
                .allSatisfy(rule -> assertThat(Stream.concat(
                                Breach.all().map(b -> b.rule.id()),
                                RuleCase.all().map(c -> c.rule)))
                        .contains(rule.id()));
    }

    @Test
    void everyRuleHasAnIdOfItsOwnAndSaysWhatItAsksFor() {
        assertThat(rules()).extracting(Rule::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.summary()).endsWith(".");
            assertThat(rule.docs()).matches("[a-z-]+/[a-z-]+(#[a-z-]+)?");
            assertThat(rule).hasToString(rule.id());
        });
    }

    static Stream<RuleCase> cases() {
        return RuleCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aDocumentThatBreaksOneRuleIsToldSo(RuleCase broken) {
        List<Violation> found = broken.findings();

        assertThat(found).extracting(v -> v.rule().id()).containsExactly(broken.rule);
        assertThat(found.get(0).path()).isEqualTo(broken.path);
        assertThat(found.get(0).message()).contains(broken.fix);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorIsRefusedAtItsPlaceWithTheFix(Breach breach) {
        List<Violation> problems = problems(breach.spec);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).rule()).isSameAs(breach.rule);
        assertThat(problems.get(0).path()).isEqualTo(breach.path);
        assertThat(problems.get(0).message()).contains(breach.fix);
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void aWarningIsListedAndNeverThrown(Breach breach) {
        List<Violation> warnings = breach.spec.get().warnings();

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).rule()).isSameAs(breach.rule);
        assertThat(warnings.get(0).path()).isEqualTo(breach.path);
        assertThat(warnings.get(0).message()).contains(breach.fix);
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void aWarningIsNotThrownWhenReadEither(Breach breach) {
        String json = SpecJson.write(breach.spec.get());
        assertThat(SpecJson.read(json, Task.class, SpecJson.Mode.STRICT).warnings())
                .extracting(Violation::rule)
                .containsExactly(breach.rule);
    }

    static Stream<Supplier<Task>> whatIsJustRight() {
        return Stream.of(
                () -> Breach.schema(s -> s.dataSource("a b.c-d_\u3000\u00e9")),
                () -> Breach.task(t -> t.id("index_parallel_a_2026-01-01T00:00:00.000Z")),
                () -> CompactTask.of(t -> t.dataSource("a")
                        .interval("2026-01-01/2026-01-03")
                        .tuningConfig(CompactionTuningConfig.of(c -> c.maxRowsPerSegment(5)))
                        .granularitySpec(g -> g.rollup(true))
                        .metricsSpec(Metric.count("n"))
                        .context(c -> c.maxNumTasks(2))
                        .compactionRunner(CompactionRunner.msq())),
                () -> Breach.schema(s -> s.timestampSpec(t -> t)),
                () -> Breach.schema(s -> s.timestampSpec(t -> t.format("ISO"))),
                () -> Breach.schema(s -> s.timestampSpec(t -> t.format("yyyy-MM-dd'T'HH:mm:ss.SSSZZ"))),
                () -> Breach.schema(s -> s.timestampSpec(t -> t.format("yyyy\u5e74MM\u6708dd\u65e5"))),
                () -> Breach.schema(s -> s.metricsSpec(Metric.longSum("n", m -> m.expression("a * 2")))),
                () -> Breach.schema(s -> s.metricsSpec(Metric.count("n"), Metric.count("N"))),
                () -> Breach.dimensions(d -> d.dimensions(Dimension.string("a"), Dimension.string("A"))),
                () -> Breach.dimensions(d -> d.dimensions(Dimension.longs("__time"), Dimension.string("a"))),
                () -> Breach.dimensions(d -> d.dimensions(Dimension.string("a"), Dimension.longs("__time"))
                        .forceSegmentSortByTime(false)),
                () -> Breach.dimensions(d -> d.dimensionExclusions("a", "a")),
                () -> Breach.granularity(g -> g.segmentGranularity(HOUR).queryGranularity(HOUR)),
                () -> Breach.granularity(g -> g.segmentGranularity(ALL).queryGranularity(ALL)),
                () -> Breach.granularity(
                        g -> g.segmentGranularity(Granularity.period("P3M")).queryGranularity(QUARTER)),
                () -> Breach.granularity(g -> g.intervals("2026-01-01/2026-01-01", "2025/P1Y")),
                () -> Breach.source(InputSource.inline("{}")),
                () -> Breach.source(InputSource.local(l -> l.files("/data/a"))),
                () -> Breach.source(InputSource.http("HTTP://example.org/a", "https://example.org/b")),
                () -> Breach.format(InputFormat.csv()),
                () -> Breach.format(
                        InputFormat.csv(f -> f.columns("a|b").listDelimiter("|").skipHeaderRows(0))),
                () -> Breach.format(InputFormat.tsv(f -> f.columns("a,b").listDelimiter(","))),
                () -> Breach.format(
                        InputFormat.json(f -> f.useJsonNodeReader(true).assumeNewlineDelimited(false))),
                () -> Breach.read(io -> io.dropExisting(true)),
                () -> Breach.read(io -> io.appendToExisting(true).dropExisting(false)),
                () -> Breach.task(t -> t.ioConfig(io -> io.inputSource(InputSource.inline("{}"))
                                .inputFormat(InputFormat.json())
                                .appendToExisting(true))
                        .tuningConfig(c -> c.partitionsSpec(PartitionsSpec.dynamic()))),
                () -> Breach.tuning(c -> c.forceGuaranteedRollup(true)),
                () -> Breach.tuning(
                        c -> c.partitionsSpec(PartitionsSpec.dynamic()).forceGuaranteedRollup(false)),
                () -> Breach.partitions(
                        PartitionsSpec.dynamic(p -> p.maxRowsPerSegment(1).maxTotalRows(1))),
                () -> Breach.partitions(PartitionsSpec.hashed(p -> p.numShards(1))),
                () -> Breach.partitions(PartitionsSpec.hashed(p -> p.targetRowsPerSegment(1))),
                () -> Breach.partitions(PartitionsSpec.range("page", p -> p.maxRowsPerSegment(1))),
                () -> Breach.partitions(PartitionsSpec.range("page", p -> p.targetRowsPerSegment(1))),
                () -> Breach.tuning(c -> c.maxNumConcurrentSubTasks(1)
                        .maxNumSegmentsToMerge(1)
                        .totalNumMergeTasks(1)
                        .maxRowsInMemory(1)
                        .numPersistThreads(1)
                        .taskStatusCheckPeriodMs(1)
                        .maxRetry(0)
                        .maxPendingPersists(0)
                        .maxParseExceptions(0)
                        .maxSavedParseExceptions(0)
                        .chatHandlerNumRetries(0)
                        .chatHandlerTimeout(Duration.ZERO)
                        .pushTimeout(Duration.ZERO)
                        .awaitSegmentAvailabilityTimeoutMillis(0)
                        .maxBytesInMemory(-1)
                        .maxColumnsToMerge(-1)
                        .maxAllowedLockCount(-1)));
    }

    @ParameterizedTest
    @MethodSource("whatIsJustRight")
    void whatIsJustRightPassesWithoutAWord(Supplier<Task> spec) {
        Task built = spec.get();
        assertThat(built.warnings()).isEmpty();
        assertThat(SpecJson.read(SpecJson.write(built), Task.class, SpecJson.Mode.STRICT))
                .isEqualTo(built);
    }

    private static IndexParallelTask manyMistakes(Dimension... dimensions) {
        return IndexParallelTask.of(t -> t.id("a/b")
                .tuningConfig(c -> c.maxRetry(-1).partitionsSpec(PartitionsSpec.hashed(p -> p.numShards(0))))
                .ioConfig(io -> io.inputSource(InputSource.inline(""))
                        .appendToExisting(true)
                        .dropExisting(true))
                .dataSchema(s -> s.dataSource("wikipedia")
                        .timestampSpec(ts -> ts.format("T"))
                        .dimensionsSpec(dimensions)
                        .metricsSpec(Metric.count(""))));
    }

    @Test
    void allProblemsComeTogetherInDocumentOrder() {
        assertThat(problems(() -> manyMistakes(Dimension.string("a"), Dimension.string("a"))))
                .extracting(v -> v.path() + " " + v.rule())
                .containsExactly(
                        "id illegal-id",
                        "spec.dataSchema.granularitySpec.intervals drop-needs-intervals",
                        "spec.dataSchema.timestampSpec.format timestamp-format",
                        "spec.dataSchema.dimensionsSpec.dimensions[1].name duplicate-column",
                        "spec.dataSchema.metricsSpec[0].name empty-name",
                        "spec.ioConfig append-and-drop",
                        "spec.ioConfig.inputFormat input-format-needed",
                        "spec.ioConfig.inputSource.data nothing-to-read",
                        "spec.tuningConfig.forceGuaranteedRollup guaranteed-rollup-partitions",
                        "spec.tuningConfig.partitionsSpec append-needs-dynamic",
                        "spec.tuningConfig.partitionsSpec.numShards not-positive",
                        "spec.tuningConfig.maxRetry negative");
    }

    @Test
    void rulesAboveAnIncompleteValueKeepSilentAndTheOthersDoNot() {
        assertThat(problems(() -> manyMistakes(Dimension.string("a"), null)))
                .extracting(v -> v.path() + " " + v.rule())
                .containsExactly(
                        "spec.dataSchema.timestampSpec.format timestamp-format",
                        "spec.dataSchema.dimensionsSpec.dimensions[1] null-element",
                        "spec.ioConfig append-and-drop",
                        "spec.ioConfig.inputFormat input-format-needed",
                        "spec.ioConfig.inputSource.data nothing-to-read",
                        "spec.tuningConfig.forceGuaranteedRollup guaranteed-rollup-partitions",
                        "spec.tuningConfig.partitionsSpec.numShards not-positive",
                        "spec.tuningConfig.maxRetry negative");
    }

    @Test
    void theMessageReadsAsAList() {
        assertThatThrownBy(() ->
                        Breach.task(t -> t.tuningConfig(c -> c.maxRetry(-1).totalNumMergeTasks(0))
                                .id(".")))
                .isInstanceOf(DruidIngestException.class)
                .hasMessage("index_parallel \"wikipedia\" has 3 problems\n"
                        + "  id                                     illegal-id: \".\" starts with a dot; drop it\n"
                        + "  spec.tuningConfig.maxRetry             negative: is -1; make it 0 or greater, or leave it out"
                        + " for the default\n"
                        + "  spec.tuningConfig.totalNumMergeTasks   not-positive: is 0; make it greater than 0, or leave"
                        + " it out for the default");
    }

    @Test
    void aTaskWithoutADatasourceIsNamedByItsType() {
        assertThatThrownBy(() -> IndexParallelTask.builder().build())
                .hasMessageStartingWith("index_parallel has 2 problems\n  spec.dataSchema   missing: ");
    }

    @Test
    void aPartComplainsOfWhatItLacksAndNothingElse() {
        assertThatThrownBy(() ->
                        Metric.longSum("n", m -> m.name(null).fieldName("a").expression("b")))
                .hasMessage("SimpleMetric has 1 problem\n  name   missing: is required; set name");
        assertThatCode(() -> DimensionsSpec.of(d -> d.dimensions(Dimension.string(""), Dimension.string(""))))
                .doesNotThrowAnyException();
    }

    @Test
    void twoWarningsAreListedInDocumentOrder() {
        assertThat(Breach.schema(s -> s.metricsSpec().granularitySpec(g -> g.segmentGranularity(HOUR)))
                        .warnings())
                .extracting(Violation::rule)
                .containsExactly(Rules.ROLLUP_WITHOUT_METRICS, Rules.BATCH_WITHOUT_INTERVALS);
    }

    @Test
    void idsAreJudgedAlikeInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThatCode(() -> Breach.granularity(g -> g.segmentGranularity(Granularity.of("thirty_minute"))
                            .queryGranularity(Granularity.of("minute"))
                            .intervals("2026-01-01t00:00z/pt1h")))
                    .doesNotThrowAnyException();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<Violation> problems(Supplier<? extends Task> spec) {
        SpecValidationException e = catchThrowableOfType(SpecValidationException.class, spec::get);
        assertThat(e).as("what was built has no problem").isNotNull();
        return e.violations();
    }
}
