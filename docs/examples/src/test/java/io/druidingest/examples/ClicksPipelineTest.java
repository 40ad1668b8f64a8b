package io.druidingest.examples;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.HollowTaskException;
import io.druidingest.client.SupervisorHandle;
import io.druidingest.client.TaskFailedException;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Written with nothing but what {@code docs/testing.md} tells. */
@ExtendWith(FakeOverlordExtension.class)
class ClicksPipelineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final FakeOverlord overlord;
    private final ClicksPipeline clicks;

    ClicksPipelineTest(FakeOverlord overlord, DruidClient druid) {
        this.overlord = overlord;
        this.clicks = new ClicksPipeline(druid);
    }

    @BeforeEach
    void eachLoadTakesHalfAnHour() {
        overlord.onSubmit("index_parallel").plan(p -> p.running("30m").rows(100).loadsAfter("5m"));
    }

    @Test
    void aDayIsLoadedOnceThoughTheReplyIsLostAndTheLeaderChanges() {
        overlord.onRequest("POST", "/druid/indexer/v1/task").afterCommit().resets();
        overlord.after("10m").leaderFailsOver();

        IngestResult first = overlord.await(clicks.load(DAY));
        IngestResult again = overlord.await(clicks.load(DAY));

        assertThat(first).hasRows(100);
        assertThat(again.segments()).isEqualTo(first.segments());
        assertThat(overlord).received(ClicksPipeline.spec(DAY)).once();
    }

    @Test
    void whyADayCouldNotBeLoadedIsTold() {
        overlord.onSubmit("index_parallel").plan(p -> p.fails("Max parse exceptions[0] exceeded"));

        assertThatThrownBy(() -> overlord.await(clicks.load(DAY)))
                .hasCauseInstanceOf(TaskFailedException.class)
                .hasMessageContaining("Max parse exceptions[0] exceeded");
    }

    @Test
    void anEmptyDayIsNoSuccess() {
        overlord.onSubmit("index_parallel").plan(p -> p.rows(0).succeeds());

        assertThatThrownBy(() -> overlord.await(clicks.load(DAY))).hasCauseInstanceOf(HollowTaskException.class);
    }

    @Test
    void aStreamWhoseTasksFailIsNoticed() {
        overlord.onSubmit("index_kafka").plan(p -> p.running("1m").fails("out of memory"));

        SupervisorHandle stream = overlord.await(clicks.follow());
        overlord.await(stream.reaches(SupervisorState.UNHEALTHY_TASKS));

        assertThat(overlord.tasks()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aStreamThatFallsBehindCatchesUp() {
        overlord.stream("clicks").at(1_000).grows(100).isRead(60);
        overlord.after("10m").run(() -> overlord.stream("clicks").isRead(200));

        SupervisorHandle stream = overlord.await(clicks.follow());
        overlord.time().advance(Duration.ofMinutes(9));
        assertThat(lag(stream)).isGreaterThan(30_000);
        overlord.time().advance(Duration.ofMinutes(10));
        assertThat(lag(stream)).isZero();
    }

    private long lag(SupervisorHandle stream) {
        return overlord.await(stream.status()).stream().aggregateLag();
    }
}
