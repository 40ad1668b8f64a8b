package io.druidingest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.spec.Task;
import io.druidingest.spec.UnknownTask;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Identifiers;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** The ids that are made of a task and a key. */
class TaskIdTest {

    @Property
    void anIdIsLegalWhateverItIsMadeOf(
            @ForAll @StringLength(min = 1, max = 400) String type,
            @ForAll @StringLength(max = 400) String dataSource,
            @ForAll String key) {
        assertLegal(id(task(type, dataSource), key));
        assertLegal(id(task(type, null), key));
        assertLegal(id(task(type, dataSource), null));
    }

    @Property
    void oneKeyMakesOneId(@ForAll @StringLength(min = 1, max = 300) String dataSource, @ForAll String key) {
        assertThat(id(task("sweep", dataSource), key)).isEqualTo(id(task("sweep", dataSource), key));
    }

    @Property
    void twoKeysMakeTwoIds(@ForAll String one, @ForAll String two) {
        assertThat(id(TestTasks.LOAD, one).equals(id(TestTasks.LOAD, two))).isEqualTo(one.equals(two));
    }

    @Example
    void datasourcesThatLookAlikeInAnIdDoNotShareOne() {
        assertThat(id(task("sweep", "a/b"), "k")).isNotEqualTo(id(task("sweep", "a b"), "k"));
        assertThat(id(task("sweep", "x".repeat(300) + "1"), "k"))
                .isNotEqualTo(id(task("sweep", "x".repeat(300) + "2"), "k"));
    }

    @Example
    void aLetterBeyondTheBasicPlaneIsNotForDruid() {
        String id = id(task("sweep", "x\uD835\uDC00\uD83D\uDE00y"), "k");

        assertLegal(id);
        assertThat(id).startsWith("sweep_x--y_");
    }

    @Example
    void anIdStartsWithWhatTheTaskIs() {
        assertThat(id(TestTasks.LOAD, "k")).startsWith("index_parallel_wikipedia_");
        assertThat(id(task("press", "\u00fcbersicht 2"), "k")).startsWith("press_\u00fcbersicht-2_");
        assertThat(id(task(".hidden", "a/b:c"), "k")).startsWith("-hidden_a-b-c_");
    }

    private static Task task(String type, String dataSource) {
        return UnknownTask.of(t -> t.type(type).dataSource(dataSource));
    }

    private static String id(Task task, String key) {
        SubmitOptions options = new SubmitOptions();
        return Tasks.id(task, key == null ? options : options.idempotencyKey(key));
    }

    private static void assertLegal(String id) {
        Findings findings = new Findings();
        Identifiers.check(id, findings);
        assertThat(findings.violations()).isEmpty();
        assertThat(id).hasSizeLessThanOrEqualTo(255);
    }
}
