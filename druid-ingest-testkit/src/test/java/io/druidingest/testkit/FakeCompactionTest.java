package io.druidingest.testkit;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeOverlordExtension.class)
class FakeCompactionTest extends CompactionCases {

    private final FakeOverlord overlord;

    FakeCompactionTest(FakeOverlord overlord, DruidClient druid) {
        super(druid);
        this.overlord = overlord;
    }

    @Override
    <T> T await(CompletableFuture<T> future) {
        return overlord.await(future);
    }
}
