package io.druidingest.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.Credentials;
import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.IngestEvent;
import io.druidingest.client.IngestListener;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.spec.NoopTask;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.LocalDruid;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Of two real Overlords the one that leads is killed. */
@Timeout(300)
class LeaderChangeIT {

    @Test
    void submissionsAndWaitsSurviveIt() throws Exception {
        try (LocalDruid druid = LocalDruid.start(b -> b.overlords(2))) {
            URI leader = druid.overlords().get(0);
            URI follower = druid.overlords().get(1);
            Hosts asked = new Hosts();
            try (DruidClient client = DruidClient.builder()
                    .overlords(follower.toString(), leader.toString())
                    .coordinators(follower.toString(), leader.toString())
                    .brokers(druid.broker().toString())
                    .requestTimeout(Duration.ofSeconds(10))
                    .listener(asked)
                    .build()) {
                long start = System.nanoTime(); // real time, told to people
                CompletableFuture<TaskStatus> waiting = client.tasks()
                        .submit(NoopTask.of(t -> t.runTime(30_000)))
                        .join()
                        .completion();
                Crowd crowd = new Crowd(client);
                crowd.submit(100);
                assertThat(asked.answers).contains(follower.getAuthority() + " 307", leader.getAuthority() + " 200");
                asked.answers.clear();

                druid.failOver();
                int accepted = crowd.accepted();
                crowd.submit(100);
                crowd.verify(new Witness(druid.overlord()));
                assertThat(waiting.join().state()).isEqualTo(TaskState.SUCCESS);
                assertThat(client.tasks()
                                .submit(Loads.inline(Loads.newDataSource(), Loads.rows(10)))
                                .thenCompose(TaskHandle::queryable)
                                .join()
                                .segments())
                        .hasSize(2);

                assertThat(druid.overlord()).isEqualTo(follower);
                assertThat(asked.answers)
                        .contains(
                                leader.getAuthority() + " 0",
                                follower.getAuthority() + " 307",
                                follower.getAuthority() + " 200");
                System.out.printf(
                        Locale.ROOT,
                        "201 tasks in %.1f s, the leader killed after %d were accepted; answers: %s%n",
                        (System.nanoTime() - start) / 1e9,
                        accepted,
                        asked.answers);
            }
        }
    }

    @Test
    void nobodyWhoWasNotNamedGetsTheCredentials() throws Exception {
        try (LocalDruid druid = LocalDruid.start(b -> b.overlords(2).version("37.0.0"));
                MockWebServer server = new MockWebServer()) {
            URI leader = druid.overlords().get(0);
            URI follower = druid.overlords().get(1);
            try (DruidClient basic = client(Credentials.basic("it-user", "it-secret"), follower);
                    DruidClient bearer = client(Credentials.bearer("it-secret"), follower);
                    DruidClient trusting = client(Credentials.bearer("it-secret"), follower, leader)) {
                druid.failOver();
                Stranger stranger = new Stranger();
                server.setDispatcher(stranger);
                server.start(InetAddress.getByName(leader.getHost()), leader.getPort()); // the follower knows no better

                for (DruidClient client : List.of(basic, bearer)) {
                    assertThatThrownBy(() -> client.tasks().submit(noop()).join())
                            .cause()
                            .isInstanceOf(DruidHttpException.class)
                            .hasMessageContaining("this node sends to " + leader)
                            .hasMessageNotContaining("it-secret");
                }
                assertThat(stranger.ours).isEmpty();

                CompletableFuture<TaskHandle> named = trusting.tasks().submit(noop());
                assertThat(stranger.ours.take().getHeaders().get("Authorization"))
                        .as("what one gets who was named")
                        .isEqualTo("Bearer it-secret");
                named.join(); // nevertheless, as soon as the follower leads
                assertThat(basic.tasks()
                                .submit(noop())
                                .thenCompose(TaskHandle::completion)
                                .join()
                                .state())
                        .isEqualTo(TaskState.SUCCESS);
            }
        }
    }

    private static DruidClient client(Credentials credentials, URI... overlords) {
        return DruidClient.builder()
                .overlords(Arrays.stream(overlords).map(URI::toString).toArray(String[]::new))
                .credentials(credentials)
                .userAgent(Stranger.OUR_AGENT)
                .build();
    }

    private static NoopTask noop() {
        return NoopTask.of(t -> t.runTime(1));
    }

    /** Which host gave which answers: {@code host:port status}, with 0 for none. */
    private static final class Hosts implements IngestListener {

        final Set<String> answers = ConcurrentHashMap.newKeySet();

        @Override
        public void onAttempt(IngestEvent.Attempt attempt) {
            answers.add(attempt.host() + " " + attempt.status());
        }
    }

    /** Is never ready, and keeps what it gets from our clients; other nodes of the cluster ask it too. */
    private static final class Stranger extends Dispatcher {

        static final String OUR_AGENT = "leader-change-it/1";

        final BlockingQueue<RecordedRequest> ours = new LinkedBlockingQueue<>();

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            Headers headers = request.getHeaders();
            if (String.valueOf(headers.get("User-Agent")).contains(OUR_AGENT) || headers.get("Authorization") != null) {
                ours.add(request);
            }
            return new MockResponse.Builder().code(503).build();
        }
    }
}
