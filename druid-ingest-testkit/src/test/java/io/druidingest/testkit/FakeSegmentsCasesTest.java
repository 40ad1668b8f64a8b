package io.druidingest.testkit;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtendWith;

/** The fake is shown what a real Druid is; one fake for all cases, as its parent has one instance for them. */
@ExtendWith(FakeOverlordExtension.class)
class FakeSegmentsCasesTest extends SegmentsCases {

    private final FakeOverlord overlord;

    FakeSegmentsCasesTest(FakeOverlord overlord, DruidClient druid) {
        super(druid);
        this.overlord = overlord;
        overlord.onSubmit("index_parallel").plan(p -> p.rows(10));
    }

    @Override
    <T> T await(CompletableFuture<T> future) {
        return overlord.await(future);
    }
}
