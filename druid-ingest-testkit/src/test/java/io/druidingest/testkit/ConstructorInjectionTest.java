package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each test has an Overlord of its own, also by way of the constructor. */
@ExtendWith(FakeOverlordExtension.class)
class ConstructorInjectionTest {

    private final FakeOverlord overlord;

    ConstructorInjectionTest(FakeOverlord overlord) {
        this.overlord = overlord;
    }

    @RepeatedTest(2)
    void nothingIsLeftOfTheTestBefore(DruidClient druid, FakeOverlord mine) {
        assertThat(overlord).isSameAs(mine);
        assertThat(overlord.requests()).isEmpty();
        overlord.await(druid.tasks().submit(Loads.inline("wikipedia", Loads.rows(1))));
        assertThat(overlord.requests()).hasSize(1);
    }
}
