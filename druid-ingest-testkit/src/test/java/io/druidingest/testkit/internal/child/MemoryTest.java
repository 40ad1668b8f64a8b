package io.druidingest.testkit.internal.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void whatProgramsLeaveCounts() {
        List<String> lines =
                List.of("MemTotal:       24684212 kB", "MemFree:          123456 kB", "MemAvailable:   23221000 kB");

        assertThat(Memory.available(lines, 7)).isEqualTo(22_676);
        assertThat(Memory.available(lines.subList(0, 2), 7)).isEqualTo(7);
    }

    @Test
    void thereIsSomeHere() {
        assertThat(Memory.availableMebibytes()).isPositive();
    }
}
