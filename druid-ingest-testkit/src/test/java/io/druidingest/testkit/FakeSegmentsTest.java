package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.Retention;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskTimeoutException;
import io.druidingest.client.model.DataSegment;
import io.druidingest.client.model.IngestResult;
import io.druidingest.coordinator.RetentionRule;
import io.druidingest.coordinator.RetentionRules;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakeOverlordExtension.class)
class FakeSegmentsTest {

    private static final IndexParallelTask LOAD = Loads.inline("wikipedia", Loads.rows(3));

    private static TaskHandle submitted(FakeOverlord overlord, DruidClient druid) {
        return overlord.await(druid.tasks().submit(LOAD));
    }

    @Test
    void rowsCanBeQueriedWhenTheirSegmentsAreLoaded(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.running("1h").loadsAfter("5m"));
        Instant begun = overlord.time().now();
        TaskHandle task = submitted(overlord, druid);

        overlord.await(task.published());
        Duration published = Duration.between(begun, overlord.time().now());
        IngestResult result = overlord.await(task.queryable());
        Duration queryable = Duration.between(begun, overlord.time().now());

        assertThat(result.segments()).hasSize(2).allMatch(id -> id.startsWith("wikipedia_"));
        assertThat(published).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61));
        assertThat(queryable).isBetween(Duration.ofMinutes(65), Duration.ofMinutes(66));
    }

    @Test
    void whatIsNeverLoadedIsTold(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.loadsAfter("100h"));
        TaskHandle task = submitted(overlord, druid);

        assertThatThrownBy(() -> overlord.await(task.queryable()))
                .hasCauseInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining("2 of 2 segments are published and not served yet");
    }

    @Test
    void aSecondLoadHidesTheFirst(FakeOverlord overlord, DruidClient druid) {
        List<String> first =
                overlord.await(submitted(overlord, druid).queryable()).segments();
        overlord.time().advance(Duration.ofMinutes(1).plusNanos(123_456_789));
        Instant begun = overlord.time().now();

        List<String> second =
                overlord.await(submitted(overlord, druid).queryable()).segments();

        assertThat(Duration.between(begun, overlord.time().now())).isLessThan(Duration.ofSeconds(5));
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(ids(overlord, druid, s -> true)).containsAll(first).hasSize(4);
        assertThat(ids(overlord, druid, s -> !Boolean.TRUE.equals(s.overshadowed())))
                .isEqualTo(second);
        assertThat(overlord.await(druid.sql().query("SELECT COUNT(*) FROM wikipedia")))
                .containsExactly(Map.of("EXPR$0", 3L));
        assertThat(overlord.await(druid.sql()
                        .query("SELECT COUNT(*) FROM sys.segments WHERE is_overshadowed = 1 AND is_active = 0")))
                .containsExactly(Map.of("EXPR$0", 2L));
    }

    /** A Coordinator marks nothing unused for being hidden before it has led for a quarter of an hour. */
    @Test
    void whatIsHiddenIsUnusedWhenTheCoordinatorSaysSo(FakeOverlord overlord, DruidClient druid) {
        overlord.await(submitted(overlord, druid).queryable());
        overlord.time().advance(Duration.ofMinutes(5));
        overlord.leaderFailsOver();
        overlord.time().advance(Duration.ofSeconds(10));
        Instant leads = overlord.time().now();
        overlord.onSubmit("index_parallel").plan(p -> p.loadsAfter("20m"));
        TaskHandle task = submitted(overlord, druid);
        List<String> second = overlord.await(task.published()).segments();

        overlord.time().advance(Duration.ofMinutes(19));
        assertThat(ids(overlord, druid, s -> true)).hasSize(4); // nothing else is served yet
        overlord.await(task.queryable());
        assertThat(Duration.between(leads, overlord.time().now())).isGreaterThan(Duration.ofMinutes(20));
        overlord.time().advance(Duration.ofMinutes(1));

        assertThat(ids(overlord, druid, s -> true)).isEqualTo(second);
        assertThat(overlord.timeline().toString()).contains(": is unused: it is hidden");
    }

    @Test
    void aCoordinatorThatHasJustBegunLeavesWhatIsHidden(FakeOverlord overlord, DruidClient druid) {
        overlord.await(submitted(overlord, druid).queryable());
        overlord.time().advance(Duration.ofSeconds(1));
        overlord.await(submitted(overlord, druid).queryable());

        overlord.time().advance(Duration.ofMinutes(14));
        assertThat(ids(overlord, druid, s -> true)).hasSize(4);
        overlord.time().advance(Duration.ofMinutes(1));
        assertThat(ids(overlord, druid, s -> true)).hasSize(2);
    }

    /** The two days end on the 3rd of January, and virtual time begins on the 1st. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'type':'dropForever'}] | 0",
                "[{'type':'loadForever'},{'type':'dropForever'}] | 2",
                "[{'type':'dropByInterval','interval':'2026-01-01/P1D'}] | 1",
                "[{'type':'dropByInterval','interval':'2026-01-01/PT12H'}] | 2",
                "[{'type':'loadByInterval','interval':'2026-01-01/PT12H'},{'type':'dropForever'}] | 1",
                "[{'type':'loadByPeriod','period':'P1D'},{'type':'dropForever'}] | 2",
                "[{'type':'loadByPeriod','period':'P1D','includeFuture':false},{'type':'dropForever'}] | 1",
                "[{'type':'dropByPeriod','period':'P1D'}] | 0",
                "[{'type':'dropByPeriod','period':'P1D','includeFuture':false}] | 2",
                "[{'type':'dropBeforeByPeriod','period':'P1D'}] | 2",
                "[{'type':'broadcastForever'},{'type':'dropForever'}] | 2",
            })
    void rulesDropWhenTheCoordinatorRuns(String rules, int left, FakeOverlord overlord, DruidClient druid) {
        overlord.await(submitted(overlord, druid).queryable());
        RetentionRules wanted = SpecJson.read(rules.replace('\'', '"'), RetentionRules.class, SpecJson.Mode.AS_FOUND);

        overlord.await(druid.retention().set("wikipedia", wanted));

        assertThat(ids(overlord, druid, s -> true)).hasSize(2);
        overlord.time().advance(Duration.ofMinutes(1));
        assertThat(ids(overlord, druid, s -> true)).hasSize(left);
    }

    /** A segment of a day leaves the period two days after it has ended. */
    @Test
    void timeMovesSegmentsOutOfAPeriod(FakeOverlord overlord, DruidClient druid) {
        overlord.await(druid.retention()
                .set(
                        Retention.DEFAULT,
                        RetentionRules.of(RetentionRule.loadByPeriod("P2D"), RetentionRule.dropForever())));
        overlord.await(submitted(overlord, druid).queryable());

        overlord.time().advance(Duration.ofDays(3).minusMinutes(1));
        assertThat(ids(overlord, druid, s -> true)).hasSize(2);
        overlord.time().advance(Duration.ofMinutes(2));
        assertThat(ids(overlord, druid, s -> true)).hasSize(1);
        overlord.time().advance(Duration.ofDays(1));
        assertThat(ids(overlord, druid, s -> true)).isEmpty();
    }

    private static List<String> ids(FakeOverlord overlord, DruidClient druid, Predicate<DataSegment> which) {
        List<DataSegment> all = new ArrayList<>();
        Long unused = overlord.await(druid.segments().allUsed(all::add));
        return all.stream().filter(which).map(DataSegment::id).collect(Collectors.toList());
    }

    @Test
    void nothingIsPublishedWithoutRows(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.rows(0));

        IngestResult result = overlord.await(submitted(overlord, druid).queryable());

        assertThat(result.isEmpty()).isTrue();
        assertThat(overlord.await(druid.segments().dataSources())).isEmpty();
    }

    @Test
    void theBrokerAnswersWhatTheTestHasSaid(FakeOverlord overlord, DruidClient druid) {
        overlord.onSql("SELECT page FROM wikipedia").rows(List.of(Map.of("page", "a"), Map.of("page", "b")));

        assertThat(overlord.await(druid.sql().query("SELECT page\n  FROM wikipedia")))
                .containsExactly(Map.of("page", "a"), Map.of("page", "b"));
        assertThatThrownBy(() -> overlord.await(druid.sql().query("SELECT 1"))).hasMessageContaining("overlord.onSql");
    }
}
