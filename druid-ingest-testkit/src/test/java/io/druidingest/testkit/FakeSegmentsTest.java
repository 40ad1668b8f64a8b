package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskTimeoutException;
import io.druidingest.client.model.IngestResult;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
        List<String> used = new ArrayList<>();
        assertThat(overlord.await(druid.segments().usedIds("wikipedia", used::add)))
                .isEqualTo(2);
        assertThat(used).isEqualTo(second);
        assertThat(overlord.await(druid.segments().dataSources())).containsExactly("wikipedia");
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
