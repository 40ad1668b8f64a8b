package io.druidingest.testkit.internal.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {

    @Test
    void theNameTellsWhatItIsAndInWhichState() {
        Path file = Kept.file("jars-1", "a", "x");

        assertThat(file).isEqualTo(Kept.file("jars-1", "a", "x"));
        assertThat(file.getFileName().toString()).matches("jars-1-[0-9a-z]{16}-[0-9a-z]{16}");
        assertThat(file).isNotEqualTo(Kept.file("jars-1", "b", "x")).isNotEqualTo(Kept.file("jars-1", "a", "y"));
    }

    @Test
    void anotherStateTakesThePlaceAndWhatNobodyUsesGoes(@TempDir Path folder, @TempDir Path work) throws IOException {
        Path first = folder.resolve("jars-a-1");
        Path second = folder.resolve("jars-a-2");
        Path other = folder.resolve("jars-b-1");
        Path old = folder.resolve("jars-c-1");
        for (Path each : new Path[] {first, other, old}) {
            Kept.keep(Files.writeString(work.resolve("made"), "old"), each);
        }
        Files.setLastModifiedTime(other, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        assertThat(Kept.isThere(other)).isTrue();
        assertThat(Kept.isThere(second)).isFalse();

        Kept.keep(Files.writeString(work.resolve("made"), "new"), second);

        assertThat(folder).isDirectoryNotContaining(p -> p.equals(first) || p.equals(old));
        assertThat(other).hasContent("old");
        assertThat(second).hasContent("new");
        assertThat(work).isEmptyDirectory();
    }
}
