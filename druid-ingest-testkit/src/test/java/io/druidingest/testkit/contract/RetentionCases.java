package io.druidingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.Retention;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.coordinator.RetentionRule;
import io.druidingest.coordinator.RetentionRules;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.Shows;
import io.druidingest.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How retention rules are read and set, whatever the version. */
abstract class RetentionCases {

    private static final RetentionRules A_YEAR = RetentionRules.of(
            RetentionRule.loadByPeriod("P1Y", r -> r.tieredReplicants(Map.of("_default_tier", 1))),
            RetentionRule.dropForever());
    private static final RetentionRules EVER =
            RetentionRules.of(RetentionRule.loadForever(r -> r.tieredReplicants(Map.of("_default_tier", 1))));

    private final Stage stage;
    private final DruidClient druid;
    private final String dataSource = Loads.newDataSource();

    RetentionCases(Stage stage) {
        this.stage = stage;
        this.druid = stage.druid();
    }

    @Test
    @Shows({
        "POST /druid/coordinator/v1/rules/{datasource}",
        "GET /druid/coordinator/v1/rules/{datasource}",
        "GET /druid/coordinator/v1/rules"
    })
    void rulesAreSetReadAndTakenAway() {
        assertThat(druid.retention().rules(dataSource).join().rules()).isEmpty();

        druid.retention().set(dataSource, A_YEAR).join();
        RetentionRules read = druid.retention().rules(dataSource).join();
        assertThat(read.rules()).extracting(RetentionRule::type).containsExactly("loadByPeriod", "dropForever");
        assertThat(druid.retention().rules().join())
                .containsEntry(dataSource, read)
                .containsKey(Retention.DEFAULT);
        assertThat(druid.retention().effectiveRules(dataSource).join().rules())
                .startsWith(read.rules().toArray(new RetentionRule[0]))
                .hasSizeGreaterThan(2);

        druid.retention().clear(dataSource).join();
        assertThat(druid.retention().rules(dataSource).join().rules()).isEmpty();
        assertThat(druid.retention().effectiveRules(dataSource).join())
                .isEqualTo(druid.retention().rules(Retention.DEFAULT).join());
    }

    @Test
    @Shows({"GET /druid/coordinator/v1/rules/{datasource}/history", "GET /druid/coordinator/v1/rules/history"})
    void theHistoryTellsWhoChangedWhatAndWhy() {
        druid.with(r -> r.author("ops").comment("ticket 1"))
                .retention()
                .set(dataSource, A_YEAR)
                .join();
        druid.with(r -> r.author("dev").comment("ticket 2"))
                .retention()
                .set(dataSource, EVER)
                .join();

        assertThat(druid.retention().history(dataSource, 5).join())
                .satisfiesExactly(
                        last -> {
                            assertThat(last.key()).isEqualTo(dataSource);
                            assertThat(last.type()).isEqualTo("rules");
                            assertThat(last.author()).isEqualTo("dev");
                            assertThat(last.comment()).isEqualTo("ticket 2");
                            assertThat(last.auditTime()).isNotNull();
                            assertThat(last.payload().get(0).get("type").asText())
                                    .isEqualTo("loadForever");
                        },
                        first -> assertThat(first.comment()).isEqualTo("ticket 1"));
        assertThat(druid.retention().history(dataSource, 1).join())
                .extracting(e -> e.author())
                .containsExactly("dev");
        assertThat(druid.retention().history(1).join()).hasSize(1);

        Interval then = Interval.of("2020-01-01/2021-01-01");
        Interval now = Interval.of("2020-01-01/2100-01-01");
        assertThat(druid.retention().history(dataSource, then).join()).isEmpty();
        assertThat(druid.retention().history(dataSource, now).join()).hasSize(2);
        assertThat(druid.retention().history(now).join()).hasSizeGreaterThanOrEqualTo(2);
    }

    /** Of two days, the second is left. */
    @Test
    void whatARuleDropsIsUnusedOnceTheCoordinatorHasRun() {
        Interval dropped = Interval.of("2026-01-01/2026-01-02");
        stage.finds(p -> p.rows(10));
        TaskStatus end = stage.await(
                druid.tasks().submit(Loads.inline(dataSource, Loads.rows(10))).thenCompose(TaskHandle::completion));
        assertThat(end.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(used()).hasSize(2);

        druid.retention()
                .set(dataSource, RetentionRules.of(RetentionRule.dropByInterval(dropped.toString())))
                .join();

        stage.until("the Coordinator to drop a segment", () -> used().size() == 1);
        assertThat(used()).allMatch(id -> id.contains("_2026-01-02T"));
        List<Interval> unused = new ArrayList<>();
        assertThat(druid.segments()
                        .unused(dataSource, s -> unused.add(s.dataSegment().interval()))
                        .join())
                .isEqualTo(1);
        assertThat(unused).containsExactly(dropped);
    }

    private List<String> used() {
        List<String> ids = new ArrayList<>();
        druid.segments()
                .usedIds(dataSource, List.of(Interval.of("2026-01-01/P1M")), ids::add)
                .join();
        return ids;
    }

    /** What stands in {@code docs/client.md}. */
    @Test
    void theGuideTellsTheTruth() {
        druid.with(r -> r.author("ops").comment("ticket 42"))
                .retention()
                .set(dataSource, RetentionRules.of(RetentionRule.loadByPeriod("P1Y"), RetentionRule.dropForever()))
                .join();

        assertThat(druid.retention().history(dataSource, 1).join().get(0).comment())
                .isEqualTo("ticket 42");
    }

    @Test
    void theClusterKeepsItsRules() {
        assertThatThrownBy(() -> druid.retention().clear(Retention.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the cluster must have rules");
    }
}
