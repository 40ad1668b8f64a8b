package io.druidingest.testkit;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.input.InputFormat;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.KafkaSupervisor;
import io.druidingest.spec.Task;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key that Druid would ignore without a word fails the test, in whatever body it stands. */
@ExtendWith(FakeOverlordExtension.class)
class FakeStrictTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final FakeOverlord overlord;
    private final DruidClient druid;
    private final IndexParallelTask load = Loads.inline("clicks", Loads.rows(1));

    FakeStrictTest(FakeOverlord overlord, DruidClient druid) {
        this.overlord = overlord;
        this.druid = druid;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/druid/indexer/v1/task | {'type':'kill','dataSource':'x','interval':'2026/2027','batchSze':1}"
                        + " | batchSze; did you mean batchSize?",
                "/druid/indexer/v1/task | {'type':'index_parallel','spec':{'dataSchema':{'dataSource':'x','dimensionSpec':{}"
                        + ",'metricsSpec':[{'type':'longSum','name':'n','feldName':'x'}]},'tuningConfig':{'targetRowsPerSegment':5}}}"
                        + " | spec.dataSchema.metricsSpec[0].feldName; did you mean fieldName?"
                        + " & spec.tuningConfig.targetRowsPerSegment; did you mean spec.tuningConfig.partitionsSpec"
                        + ".targetRowsPerSegment?",
                "/druid/indexer/v1/supervisor | {'type':'kafka','spec':{'dataSchema':{'dataSource':'x'},'ioConfig':{'topic':'t'"
                        + ",'taskCont':1,'consumerProperties':{'bootstrap.servers':'b','any.thing':1}}},'id':'mine'}"
                        + " | spec.ioConfig.taskCont; did you mean taskCount? & id; Druid has had it since version 34",
                "/druid/indexer/v1/supervisor/x/resetOffsets | {'type':'kafka','partitions':{'type':'end','strem':'t'}}"
                        + " | partitions.strem; did you mean stream?",
                "/druid/indexer/v1/sampler | {'type':'index','spec':{'type':'index','ioConfig':{'type':'index','inptSource':1"
                        + "}},'samplerConfig':{'rows':3}}"
                        + " | spec.ioConfig.inptSource; did you mean inputSource? & samplerConfig.rows; did you mean numRows?",
                "/druid/indexer/v1/sampler | {'type':'kafka','spec':{'type':'kafka','spec':{'ioConfig':{'tpic':'t'}}}}"
                        + " | spec.spec.ioConfig.tpic; did you mean topic?",
                "/druid/indexer/v1/sampler | {'type':'kafka','spec':{'ioConfig':{'tpic':'t'}}}"
                        + " | spec.ioConfig.tpic; did you mean topic?",
                "/druid/v2/sql | {'query':'SELECT 1','parameters':[{'type':'BIGINT','valu':1}],'context':{'any':1}}"
                        + " | parameters[0].valu; did you mean value?",
                "/druid/indexer/v1/compaction/config/datasources/x | {'dataSource':'x','skipOffset':'P1D'}"
                        + " | skipOffset; there is nothing like it",
                "/druid/coordinator/v1/config/compaction | {'dataSource':'x','tuningConfig':{'maxRowsInMemry':9}}"
                        + " | tuningConfig.maxRowsInMemry; did you mean maxRowsInMemory?",
                "/druid/indexer/v1/compaction/config/cluster | {'engin':'native'} | engin; did you mean engine?",
                "/druid/indexer/v1/compaction/simulate | {'useSupervisor':true} | useSupervisor; did you mean useSupervisors?",
                "/druid/coordinator/v1/rules/x | [{'type':'dropForever'},{'type':'loadByPeriod','period':'P1D','tieredReplicas':{}"
                        + ",'includeFutur':true}] | [1].includeFutur; did you mean includeFuture?",
                "/druid/indexer/v1/datasources/x/markUnused | {'intervals':'2026/2027'} | intervals; did you mean interval?",
                "/druid/indexer/v1/activeLocks | [{'datasource':'x'},{'dataSource':'x'}]"
                        + " | [1].dataSource; did you mean datasource?",
            })
    void aKeyThatDruidDoesNotKnowFailsTheTest(String path, String body, String strangers) throws Exception {
        post(path, body.replace('\'', '"'));

        String[] expected = strangers.split(" & ", -1);
        assertThat(overlord.unexpectedRequests()).hasSize(expected.length);
        for (String one : expected) {
            assertThatUnexpected().contains("POST " + path + ": unknown body key " + one);
        }
        assertThatThrownBy(() -> assertThat(overlord).hasNoUnexpectedRequests())
                .hasMessageContaining("unknown body key " + expected[0]);
        assertThatThrownBy(overlord::verify)
                .hasMessageContaining("say knows(..) for some names, or lenient()")
                .hasMessageContaining("unknown body key " + expected[0]);
    }

    private ListAssert<String> assertThatUnexpected() {
        return Assertions.assertThat(overlord.unexpectedRequests());
    }

    @Test
    void oneThatIsGoodExcusesNoOther() throws Exception {
        String good = "{'type':'noop','id':'a','runTime':1}".replace('\'', '"');
        post("/druid/indexer/v1/task", good);
        post("/druid/indexer/v1/task", good.replace("\"a\"", "\"b\""));
        assertThat(overlord).hasNoUnexpectedRequests();

        post("/druid/indexer/v1/task", good.replace("runTime", "runTme"));
        post("/druid/indexer/v1/task", good.replace("{", "{\"ids\":1,"));

        assertThatUnexpected().hasSize(2);
        assertThatThrownBy(overlord::verify).hasMessageContaining("runTme").hasMessageContaining("ids");
    }

    @Test
    void druidsAnswerIsTheSame() throws Exception {
        overlord.lenient();
        HttpResponse<String> answer = post(
                "/druid/indexer/v1/task", "{\"type\":\"noop\",\"id\":\"one\",\"runTme\":1,\"context\":{\"any\":1}}");

        assertThat(answer.body()).isEqualTo("{\"task\":\"one\"}");
        assertThatUnexpected()
                .containsExactly("POST /druid/indexer/v1/task: unknown body key runTme; did you mean runTime?");
    }

    @Test
    void whatIsSaidToBeKnownIsNoStranger() throws Exception {
        IndexParallelTask newer = load.toBuilder()
                .property("newInDruid40", TextNode.valueOf("a"))
                .property("another", TextNode.valueOf("b"))
                .build();
        overlord.knows("newInDruid40", "other");

        assertThatThrownBy(() -> overlord.await(druid.tasks().submit(newer)))
                .hasMessageContaining("unknown body key another;")
                .hasMessageNotContaining("newInDruid40");
        overlord.knows("another");
        overlord.await(druid.tasks().submit(newer));
        post("/druid/indexer/v1/task?other=1", "{\"type\":\"noop\",\"spec\":{\"a\":1}}");
        assertThatThrownBy(overlord::verify)
                .hasMessageContaining("body key spec;")
                .hasMessageNotContaining("query parameter");
        overlord.knows("spec.deep");
        post("/druid/indexer/v1/task", "{\"type\":\"index_parallel\",\"spec\":{\"deep\":1,\"dataSchema\":{}}}");
        overlord.verify();
    }

    /** What Druid would do with it, only the extension knows. */
    @Test
    void inAValueOfAnUnknownTypeNothingIsStrange() throws Exception {
        JsonNode tree = SpecJson.tree(load);
        ((ObjectNode) tree.at("/spec/ioConfig/inputSource"))
                .removeAll()
                .put("type", "acme")
                .put("anything", 1);

        overlord.await(druid.tasks().submit(SpecJson.read(tree.toString(), Task.class, SpecJson.Mode.LENIENT)));

        assertThat(overlord).hasNoUnexpectedRequests();
    }

    /** With the defaults that it adds, the parts that it tells twice, and the names of other streams. */
    @Test
    void whatDruidTellsCanBeSentBack() throws Exception {
        for (String version : List.of("33.0.0", "37.0.0")) {
            try (FakeOverlord fake = FakeOverlord.start(b -> b.version(version));
                    DruidClient client = fake.client()) {
                TaskHandle task = fake.await(client.tasks().submit(load));
                Task payload = fake.await(task.payload());
                fake.await(client.tasks()
                        .submit(SpecJson.read(
                                SpecJson.write(payload).replace(task.id(), "again"),
                                Task.class,
                                SpecJson.Mode.AS_FOUND)));
                KafkaSupervisor clicks =
                        KafkaSupervisor.of(k -> k.dataSchema(load.spec().dataSchema())
                                .ioConfig(io -> io.topic("clicks")
                                        .bootstrapServers("kafka:9092")
                                        .inputFormat(InputFormat.json())));
                fake.await(client.supervisors()
                        .submit(fake.await(
                                fake.await(client.supervisors().submit(clicks)).spec())));

                assertThat(fake).hasNoUnexpectedRequests();
            }
        }
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(overlord.uri() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
