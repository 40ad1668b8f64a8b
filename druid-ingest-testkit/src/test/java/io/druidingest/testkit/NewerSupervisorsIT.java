package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.client.SupervisorHandle;
import io.druidingest.client.Supervisors;
import io.druidingest.client.model.SupervisorHealth;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.client.model.SupervisorSummary;
import io.druidingest.client.model.SupervisorVersion;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.AutocompactSupervisor;
import io.druidingest.testkit.junit5.RealDruid;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Supervisors in a Druid 37 in which nobody else has any, which makes it possible to do something to all of them. Its
 * extensions for streams are not published, so these are for compaction.
 */
@Timeout(180)
@RealDruid(version = "37.0.0")
class NewerSupervisorsIT {

    private static final String BASE = "/druid/indexer/v1/supervisor";

    private final DruidClient druid;

    NewerSupervisorsIT(DruidClient druid) {
        this.druid = druid;
    }

    /** Also what other tests have left. */
    @BeforeEach
    void terminateAll() {
        druid.supervisors().terminateAll().join();
    }

    @Test
    @Shows({
        "POST " + BASE + "/suspendAll",
        "POST " + BASE + "/resumeAll",
        "POST " + BASE + "/terminateAll",
        "GET " + BASE,
        "GET " + BASE + "/history"
    })
    void allAreSuspendedResumedAndTerminated() {
        Supervisors supervisors = druid.supervisors();
        List<SupervisorHandle> handles = Stream.of("a", "b")
                .map(name -> supervisors.submit(compaction(name)).join())
                .collect(Collectors.toList());
        assertThat(handles).extracting(SupervisorHandle::id).containsExactly("autocompact__a", "autocompact__b");
        assertThat(supervisors.ids().join()).containsExactlyInAnyOrder("autocompact__a", "autocompact__b");

        supervisors.suspendAll().join();
        supervisors.suspendAll().join();
        handles.forEach(h -> h.reaches(SupervisorState.SUSPENDED).join());
        assertThat(supervisors.list().join())
                .extracting(SupervisorSummary::suspended)
                .containsOnly(true);

        supervisors.resumeAll().join();
        handles.forEach(h -> h.reaches(SupervisorState.RUNNING).join());
        assertThat(supervisors.list().join())
                .extracting(SupervisorSummary::suspended)
                .containsOnly(false);

        supervisors.terminateAll().join();
        supervisors.terminateAll().join();
        assertThat(supervisors.ids().join()).isEmpty();
        assertThat(supervisors.history().join().get("autocompact__a"))
                .extracting(SupervisorVersion::isTombstone)
                .containsExactly(true, false, false, false);
    }

    @Test
    @Shows({
        "GET " + BASE + "/{id}",
        "GET " + BASE + "/{id}/status",
        "GET " + BASE + "/{id}/health",
        "GET " + BASE + "/{id}/history",
        "POST " + BASE + "/{id}/suspend",
        "POST " + BASE + "/{id}/resume",
        "POST " + BASE + "/{id}/terminate"
    })
    void oneIsFollowedThroughItsLife() {
        SupervisorHandle handle = druid.supervisors().submit(compaction("one")).join();

        assertThat(SpecJson.diff(compaction("one"), handle.spec().join())).isEmpty();
        assertThat(handle.reaches(SupervisorState.RUNNING).join().compaction()).isNotNull();
        assertThat(handle.health().join()).isEqualTo(SupervisorHealth.NOT_IMPLEMENTED);
        assertThat(druid.supervisors().states().join())
                .filteredOn(s -> s.id().equals(handle.id()))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.dataSource()).as("since 34 it is not the id").isEqualTo("one");
                    assertThat(s.healthy()).isTrue();
                });

        handle.suspend().join();
        handle.suspend().join();
        handle.resume().join();
        handle.resume().join();
        handle.terminate().join();
        handle.terminate().join();

        assertThat(handle.history().join()).hasSize(4);
        assertThat(handle.history(2).join())
                .as("37 counts itself")
                .extracting(SupervisorVersion::isTombstone)
                .containsExactly(true, false);
    }

    private static AutocompactSupervisor compaction(String dataSource) {
        return AutocompactSupervisor.of(
                a -> a.spec(CompactionConfig.inline(dataSource, c -> c.skipOffsetFromLatest("P2D"))));
    }
}
