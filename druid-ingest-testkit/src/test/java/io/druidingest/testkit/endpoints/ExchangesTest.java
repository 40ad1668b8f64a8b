package io.druidingest.testkit.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.internal.endpoint.CompactionEndpoints;
import io.druidingest.client.internal.http.Addresses;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.internal.http.TransportConfig;
import io.druidingest.client.internal.time.SystemTime;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What real Druids answered, read by the client: each answer becomes the value or the error that it means. What they
 * become is written down in {@code exchanges/decoded.txt}, which a change shows up in.
 */
class ExchangesTest {

    private static final Path DECODED = Path.of("src/test/resources/exchanges/decoded.txt");
    private static final int SHOWN = 300;

    /** What the client asks for in no way, and why. */
    private static final Map<String, String> NEVER_ASKED = Map.of(
            "GET /druid/coordinator/v1/metadata/datasources/nope",
                    "a datasource with all its segments: these are listed",
            "PUT /druid/indexer/v1/task", "a wrong method, to see the error",
            "GET /druid/indexer/v1/nothing", "a path that there is not, to see the error",
            "POST /druid/v2", "a native query: SQL does what ingestion needs",
            "GET /druid/indexer/v1/runningTasks", "an alias of a list of tasks",
            "POST /druid/indexer/v1/datasources/nope/shutdownAllTasks", "broken since 32: done task by task");

    /** Asked with a query that tells it from others of its path, and that nothing recorded has. */
    private static final Set<Endpoint<?>> OF_ANOTHER_FORM = Set.of(CompactionEndpoints.STATUS_BEFORE_33);

    /** What the client reads by more than the endpoint, by a pattern of method and target; asked with what is in the path. */
    private static final Map<String, BiFunction<DruidClient, String, CompletableFuture<?>>> READ_BY_CLIENT = Map.of(
            "GET .*/metadata/datasources/[^/]+/segments",
                    (druid, of) -> listed(each -> druid.segments().usedIds(of, each)),
            "GET .*/metadata/datasources/[^/]+/segments\\?full",
                    (druid, of) -> listed(each -> druid.segments().used(of, each)),
            "GET .*/metadata/segments\\?.*",
                    (druid, of) -> listed(each -> druid.segments().allUsed(each)),
            "GET .*/unusedSegments",
                    (druid, of) -> listed(each -> druid.segments().unused(of, each)),
            "GET .*/coordinator/v1/loadstatus", (druid, of) -> druid.segments().loadStatus(),
            "GET .*/indexer/v1/supervisor\\?.*",
                    (druid, of) -> druid.supervisors().list(),
            "GET .*/indexer/v1/supervisor/[^/]+",
                    (druid, of) -> druid.supervisors().attach(of).spec(),
            "GET .*/indexer/v1/task/[^/]+", (druid, of) -> druid.tasks().payload(of));

    @Test
    void everyAnswerBecomesWhatItMeans() throws Exception {
        List<String> decoded = new ArrayList<>();
        try (MockWebServer server = new MockWebServer();
                SystemTime time = new SystemTime()) {
            Replay replay = new Replay();
            server.setDispatcher(replay);
            server.start(InetAddress.getLoopbackAddress(), 0);
            URI uri = server.url("/").uri();
            try (Transport transport = new Transport(new TransportConfig(Addresses.ofRouters(List.of(uri))), time);
                    DruidClient druid = DruidClient.builder()
                            .url(uri.toString())
                            .retryFor(Duration.ZERO)
                            .build()) {
                for (RecordedExchange exchange : RecordedExchange.all()) {
                    replay.answers = exchange;
                    meanings(exchange, transport, druid).forEach(meaning -> decoded.add(exchange + "  " + meaning));
                }
            }
        }
        String text = String.join("\n", decoded) + "\n";
        if (Boolean.getBoolean("druidingest.update")) {
            Files.writeString(DECODED, text);
        }

        assertThat(decoded)
                .hasSizeGreaterThan(200)
                .noneMatch(line -> line.contains("no endpoint"))
                .noneMatch(line -> line.contains("cannot be used"));
        assertThat(text).isEqualTo(Files.readString(DECODED));
    }

    /** One for each way in which the client may have asked: a submission reads its refusal otherwise than a probe. */
    private static List<String> meanings(RecordedExchange exchange, Transport transport, DruidClient druid) {
        String path = exchange.target().replaceAll("\\?.*", "");
        String asked = exchange.method() + " " + path;
        String why = asksForRowsOtherwise(exchange, path)
                ? "rows in another form than objectLines, the one that tells a whole answer from half a one"
                : NEVER_ASKED.get(asked);
        if (why != null) {
            return List.of("never asked: " + why);
        }
        List<Endpoint<?>> endpoints = endpoints(exchange.method(), path);
        if (endpoints.isEmpty()) {
            return List.of("no endpoint for " + asked);
        }
        List<Object> answers = byClient(exchange, druid, String.join("", parameters(endpoints.get(0), path)));
        if (answers.isEmpty()) {
            answers = endpoints.stream()
                    .map(e -> outcome(transport.sendOnce(e.call(parameters(e, path)))))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        if (!answers.stream().allMatch(DruidTransportException.class::isInstance)) {
            answers.removeIf(DruidTransportException.class::isInstance); // of endpoints that are not asked for this
        }
        return answers.stream()
                .map(answer -> endpoints.get(0) + "  " + exchange.status() + "  " + shown(answer))
                .distinct()
                .collect(Collectors.toList());
    }

    private static boolean asksForRowsOtherwise(RecordedExchange exchange, String path) {
        return path.equals("/druid/v2/sql")
                && exchange.status() == 200
                && !new String(exchange.requestBody(), StandardCharsets.UTF_8)
                        .contains("\"resultFormat\":\"objectLines\"");
    }

    private static List<Object> byClient(RecordedExchange exchange, DruidClient druid, String of) {
        return READ_BY_CLIENT.entrySet().stream()
                .filter(e -> (exchange.method() + " " + exchange.target()).matches(e.getKey()))
                .map(e -> outcome(e.getValue().apply(druid, of)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The value, or the failure. */
    private static Object outcome(CompletableFuture<?> answer) {
        return answer.<Object>handle((value, failure) -> failure == null ? value : failure)
                .join();
    }

    /** All that is handed out, once it has been. */
    private static <T> CompletableFuture<List<T>> listed(Function<Consumer<T>, CompletableFuture<Long>> question) {
        List<T> list = new ArrayList<>();
        return question.apply(list::add).thenApply(count -> list);
    }

    private static String shown(@Nullable Object value) {
        String who = value instanceof DruidHttpException ? " (" + ((DruidHttpException) value).persona() + ")" : "";
        String size = value instanceof Collection ? " of " + ((Collection<?>) value).size() : "";
        String text = (value == null ? "null" : value.getClass().getSimpleName() + size + " " + value)
                .replaceAll("\\s+", " ");
        return (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + who;
    }

    /** The endpoints of the path, those without parameters before those with; some have the same, and other bodies. */
    private static List<Endpoint<?>> endpoints(String method, String path) {
        return Endpoints.byClass().values().stream()
                .flatMap(List::stream)
                .filter(e ->
                        e.method().equals(method) && pattern(e).matcher(path).matches())
                .filter(e -> !OF_ANOTHER_FORM.contains(e))
                .sorted(Comparator.comparingInt((Endpoint<?> e) -> parameters(e, path).length))
                .collect(Collectors.toList());
    }

    private static Pattern pattern(Endpoint<?> endpoint) {
        return Pattern.compile(Pattern.compile("\\{[A-Za-z]+}")
                .splitAsStream(endpoint.path() + "\0")
                .map(literal -> Pattern.quote(literal.replace("\0", "")))
                .collect(Collectors.joining("([^/]+)")));
    }

    private static String[] parameters(Endpoint<?> endpoint, String path) {
        Matcher m = pattern(endpoint).matcher(path);
        List<String> parameters = new ArrayList<>();
        if (m.matches()) {
            for (int i = 1; i <= m.groupCount(); i++) {
                parameters.add(URLDecoder.decode(m.group(i), StandardCharsets.UTF_8));
            }
        }
        return parameters.toArray(new String[0]);
    }

    /** Answers whatever is asked with what is to be answered next. */
    private static final class Replay extends Dispatcher {

        private volatile RecordedExchange answers;

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            RecordedExchange answer = answers;
            MockResponse.Builder response =
                    new MockResponse.Builder().code(answer.status()).removeHeader("Content-Length");
            if (answer.status() != 204) { // which has no body, and must not tell its length
                response.body(new Buffer().write(answer.responseBody()));
            }
            for (String header : List.of("Content-Type", "Location", "Retry-After")) {
                String value = answer.responseHeader(header);
                if (value != null) {
                    response.setHeader(header, value);
                }
            }
            return response.build();
        }
    }
}
