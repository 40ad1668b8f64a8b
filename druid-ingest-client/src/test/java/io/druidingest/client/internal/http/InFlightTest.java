package io.druidingest.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private final List<String> begun = new ArrayList<>();
    private final InFlight inFlight = new InFlight(2, Runnable::run);

    private void enter(String request) {
        inFlight.enter(() -> begun.add(request));
    }

    @Test
    void whoComesTooManyWaitsUntilAnotherHasLeft() {
        List.of("a", "b", "c", "d").forEach(this::enter);
        assertThat(begun).containsExactly("a", "b");

        inFlight.leave();
        assertThat(begun).containsExactly("a", "b", "c");
        inFlight.leave();
        assertThat(begun).containsExactly("a", "b", "c", "d");
    }

    @Test
    void thePlaceOfWhoLeavesIsFree() {
        List.of("a", "b").forEach(this::enter);
        inFlight.leave();
        enter("c");
        enter("d");

        assertThat(begun).containsExactly("a", "b", "c");
    }
}
