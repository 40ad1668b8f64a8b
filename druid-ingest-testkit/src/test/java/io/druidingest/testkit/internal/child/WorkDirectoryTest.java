package io.druidingest.testkit.internal.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.testkit.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a new work directory does to its neighbours. */
@Timeout(60)
class WorkDirectoryTest {

    @TempDir
    Path folder;

    /** A process that has a work directory. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] arguments) throws IOException {
            WorkDirectory.create(Paths.get(arguments[0]));
            OtherJvm.sayAndWait("ready");
        }
    }

    /** A process that keeps the work directory of another one. */
    static final class Keeper {

        private Keeper() {}

        public static void main(String[] arguments) throws IOException {
            Claim.keep(Paths.get(arguments[0]));
            OtherJvm.sayAndWait("ready");
        }
    }

    @Test
    void whatIsKeptStaysWithoutItsProcess() throws IOException {
        Path owned = folder.resolve("druid-ingest-owned");
        try (OtherJvm owner = OtherJvm.run(Owner.class, owned.toString())) {
            assertThat(owner.readLine()).isEqualTo("ready");
            try (OtherJvm keeper = OtherJvm.run(Keeper.class, owned.toString())) {
                assertThat(keeper.readLine()).isEqualTo("ready");
                owner.handle().destroyForcibly();
                owner.handle().onExit().join();
                WorkDirectory.create(folder.resolve("druid-ingest-first"));
                assertThat(owned).isDirectory();
            }
        }
        WorkDirectory.create(folder.resolve("druid-ingest-second"));
        assertThat(owned).doesNotExist();
    }

    @Test
    void staysWhileItsProcessLivesAndIsSweptOnceThatIsKilled() throws IOException {
        Path owned = folder.resolve("druid-ingest-owned");
        try (OtherJvm owner = OtherJvm.run(Owner.class, owned.toString())) {
            assertThat(owner.readLine()).isEqualTo("ready");
            Files.writeString(owned.resolve("tmp").resolve("file"), "data");

            WorkDirectory.create(folder.resolve("druid-ingest-first"));
            assertThat(owned.resolve("tmp").resolve("file")).exists();
        }
        WorkDirectory.create(folder.resolve("druid-ingest-second"));
        assertThat(owned).doesNotExist();
    }

    @Test
    void whatIsNotKnownToBeLeftStays() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve(".lock"));
        Path link = Files.createSymbolicLink(folder.resolve("druid-ingest-link"), elsewhere);
        Path unclaimed = Files.createDirectory(folder.resolve("druid-ingest-unclaimed"));
        Files.createFile(unclaimed.resolve("notes.txt"));
        Path aboutToClaim = Files.createDirectory(folder.resolve("druid-ingest-about"));
        Files.createFile(aboutToClaim.resolve(".lock.new"));
        Path file = Files.createFile(folder.resolve("druid-ingest-file"));

        WorkDirectory.create(folder.resolve("druid-ingest-new"));

        assertThat(elsewhere.resolve(".lock")).exists();
        assertThat(link).isSymbolicLink();
        assertThat(unclaimed.resolve("notes.txt")).exists();
        assertThat(aboutToClaim.resolve(".lock.new")).exists();
        assertThat(file).exists();
    }
}
