package io.druidingest.testkit;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;

/** The fake is shown what a real Druid is. */
class FakeSegmentsCasesTest extends SegmentsCases {

    private final FakeOverlord overlord;

    FakeSegmentsCasesTest() {
        this(FakeOverlord.start());
    }

    private FakeSegmentsCasesTest(FakeOverlord overlord) {
        super(overlord.client());
        this.overlord = overlord;
        overlord.onSubmit("index_parallel").plan(p -> p.rows(10));
    }

    @AfterAll
    void stop() {
        druid.close();
        overlord.close();
    }

    @Override
    <T> T await(CompletableFuture<T> future) {
        return overlord.await(future);
    }
}
