package io.druidingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.testkit.Loads;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Druid says to what is wrong, and how, if it is asked without the client. */
@Timeout(60)
abstract class RefusalCases {

    private static final String INDEXER = "/druid/indexer/v1/";
    private static final String TASK = INDEXER + "task";
    private static final String SUPERVISOR = INDEXER + "supervisor";

    private final Raw druid;

    RefusalCases(Stage stage) {
        this.druid = new Raw(stage.uri());
    }

    @Test
    void aTaskOfAnUnknownType() {
        assertRefused(druid.post(TASK, "{\"type\":\"nope\"}"), 400, "Could not resolve type id 'nope' as a subtype of");
    }

    @Test
    void aTaskWhoseIdBeginsWithADot() {
        assertRefused(druid.post(TASK, noop(".x")), 400, "[task ID]: Value [.x] cannot start with '.'.");
    }

    @Test
    void aTaskWhoseIdHasASlash() {
        assertRefused(druid.post(TASK, noop("a/b")), 400, "[task ID]: Value [a/b] cannot contain '/'.");
    }

    @Test
    void aTaskWhoseIdHasATab() {
        assertRefused(druid.post(TASK, noop("a\\tb")), 400, "contains illegal whitespace characters.  Only space is");
    }

    @Test
    void aTaskWhoseIdHasALineBreak() {
        HttpResponse<String> answer = druid.post(TASK, noop("a\\nb"));

        assertRefused(answer, 400, "[task ID]: Value [a");
        assertThat(answer.body()).as("Druid tells the first line").doesNotContain("whitespace");
    }

    @Test
    void aTaskThatIsThereAlready() {
        String id = Loads.newDataSource();
        assertThat(druid.post(TASK, noop(id)).body()).isEqualTo("{\"task\":\"" + id + "\"}");

        HttpResponse<String> again = druid.post(TASK, noop(id));
        assertRefused(again, 400, "\"errorCode\":\"entryAlreadyExists\"");
        assertThat(again.body()).contains("Task[" + id + "] already exists");
    }

    @Test
    void aLoadWithoutASchema() {
        assertRefused(druid.post(TASK, "{\"type\":\"index_parallel\",\"spec\":{}}"), 400, "\\\"dataSchema\\\" is null");
    }

    @Test
    void aTaskThatIsNoJson() {
        assertThat(druid.post(TASK, "{").statusCode()).isEqualTo(500);
    }

    @Test
    void aTaskThatIsAList() {
        assertRefused(
                druid.post(TASK, "[]"), 400, "Unexpected token (END_ARRAY), expected VALUE_STRING: need JSON String");
    }

    @Test
    void theStandOfNoTasks() {
        assertRefused(druid.post(INDEXER + "taskStatus", "[]"), 400, "No Task IDs provided.");
    }

    @Test
    void theStandOfTasksThatAreNoList() {
        assertRefused(druid.post(INDEXER + "taskStatus", "{}"), 400, "`java.util.HashSet<java.lang.String>`");
    }

    @Test
    void theStandOfAnUnknownTask() {
        assertRefused(druid.get(TASK + "/nobody/status"), 404, "Cannot find any task with id: [nobody]");
    }

    @Test
    void thePayloadOfAnUnknownTask() {
        assertRefused(druid.get(TASK + "/nobody"), 404, "Cannot find any task with id: [nobody]");
    }

    @Test
    void theReportOfAnUnknownTask() {
        assertThat(druid.get(TASK + "/nobody/reports").statusCode()).isEqualTo(404);
    }

    @Test
    void theLogOfAnUnknownTask() {
        assertThat(druid.get(TASK + "/nobody/log").statusCode()).isEqualTo(404);
    }

    @Test
    void theEndOfAnUnknownTask() {
        assertThat(druid.post(TASK + "/nobody/shutdown", "").statusCode()).isEqualTo(404);
    }

    @Test
    void tasksOfAnUnknownState() {
        assertRefused(
                druid.get(INDEXER + "tasks?state=bogus"),
                400,
                "Invalid task state[bogus]. Must be one of [pending, waiting, running, complete].");
    }

    @Test
    void soManyTasksAsIsNoNumber() {
        assertThat(druid.get(INDEXER + "tasks?max=abc").statusCode()).isEqualTo(404);
    }

    @Test
    void theEndOfAllTasksByTheOldPath() {
        assertThat(druid.post(INDEXER + "datasources/x/shutdownAllTasks", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void locksWithoutAFilter() {
        assertRefused(druid.post(INDEXER + "activeLocks", "[]"), 400, "No filter provided");
    }

    @Test
    void locksWithAFilterThatIsNoList() {
        assertRefused(
                druid.post(INDEXER + "lockedIntervals/v2", "{}"), 400, "org.apache.druid.metadata.LockFilterPolicy");
    }

    @Test
    void aSupervisorOfAnUnknownType() {
        assertRefused(
                druid.post(SUPERVISOR, "{\"type\":\"nope\"}"), 400, "Could not resolve type id 'nope' as a subtype of");
    }

    @Test
    void anUnknownSupervisor() {
        assertRefused(druid.get(SUPERVISOR + "/nobody"), 404, "Cannot find any supervisor with id: [nobody]");
    }

    @Test
    void theHistoryOfAnUnknownSupervisor() {
        assertRefused(druid.get(SUPERVISOR + "/nobody/history"), 404, "No history for [nobody].");
    }

    @Test
    void theSuspensionOfAnUnknownSupervisor() {
        assertRefused(
                druid.post(SUPERVISOR + "/nobody/suspend", ""), 404, "Cannot find any supervisor with id: [nobody]");
    }

    @Test
    void aSupervisorOfNoTopic() {
        assertRefused(
                druid.post(SUPERVISOR, kafka("\"consumerProperties\":{\"bootstrap.servers\":\"b:9092\"}")),
                400,
                "Either topic or topicPattern must be specified");
    }

    @Test
    void aSupervisorOfTooManyTopics() {
        assertRefused(
                druid.post(
                        SUPERVISOR,
                        kafka("\"topic\":\"a\",\"topicPattern\":\"b\",\"consumerProperties\":"
                                + "{\"bootstrap.servers\":\"b:9092\"}")),
                400,
                "Only one of topic [a] or topicPattern [b] must be specified");
    }

    @Test
    void aSupervisorWithoutBrokers() {
        assertRefused(
                druid.post(SUPERVISOR, kafka("\"topic\":\"a\",\"consumerProperties\":{}")),
                400,
                "consumerProperties must contain entry for [bootstrap.servers]");
    }

    private static String noop(String id) {
        return "{\"type\":\"noop\",\"id\":\"" + id + "\",\"runTime\":1}";
    }

    private static String kafka(String ioConfig) {
        return "{\"type\":\"kafka\",\"spec\":{\"dataSchema\":{\"dataSource\":\"d\",\"timestampSpec\":{\"column\":\"t\"},"
                + "\"dimensionsSpec\":{}},\"ioConfig\":{\"inputFormat\":{\"type\":\"json\"}," + ioConfig + "}}}";
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }
}
