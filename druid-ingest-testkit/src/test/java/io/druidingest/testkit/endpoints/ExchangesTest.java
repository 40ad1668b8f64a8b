package io.druidingest.testkit.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.internal.http.Addresses;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.internal.http.TransportConfig;
import io.druidingest.client.internal.time.SystemTime;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    @Test
    void everyAnswerBecomesWhatItMeans() throws Exception {
        List<String> decoded = new ArrayList<>();
        try (MockWebServer server = new MockWebServer();
                SystemTime time = new SystemTime()) {
            Replay replay = new Replay();
            server.setDispatcher(replay);
            server.start(InetAddress.getLoopbackAddress(), 0);
            try (Transport transport = new Transport(
                    new TransportConfig(
                            Addresses.ofRouters(List.of(server.url("/").uri().resolve("/")))),
                    time)) {
                for (RecordedExchange exchange : RecordedExchange.all()) {
                    replay.answers = exchange;
                    decoded.add(exchange + "  " + meaning(exchange, transport));
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

    private static String meaning(RecordedExchange exchange, Transport transport) {
        String path = exchange.target().replaceAll("\\?.*", "");
        String why = NEVER_ASKED.get(exchange.method() + " " + path);
        if (why == null && path.equals("/druid/v2/sql") && exchange.status() == 200) {
            why = "rows in another form than the one that tells a whole answer from half a one";
        }
        if (why != null) {
            return "never asked: " + why;
        }
        String meaning = "no endpoint for " + exchange.method() + " " + path;
        for (Endpoint<?> endpoint : endpoints(exchange.method(), path)) {
            String[] parameters = parameters(endpoint, path);
            Object decoded = transport
                    .sendOnce(endpoint.call(parameters))
                    .handle((value, failure) -> failure == null ? value : failure)
                    .join();
            meaning = endpoint + "  " + exchange.status() + "  " + shown(decoded);
            if (!(decoded instanceof DruidTransportException)) {
                return meaning;
            }
        }
        return meaning;
    }

    private static String shown(@Nullable Object value) {
        String who = value instanceof DruidHttpException ? " (" + ((DruidHttpException) value).persona() + ")" : "";
        String text = (value == null ? "null" : value.getClass().getSimpleName() + " " + value).replaceAll("\\s+", " ");
        return (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + who;
    }

    /** The endpoints of the path, those without parameters before those with; some have the same, and other bodies. */
    private static List<Endpoint<?>> endpoints(String method, String path) {
        return Endpoints.byClass().values().stream()
                .flatMap(List::stream)
                .filter(e ->
                        e.method().equals(method) && pattern(e).matcher(path).matches())
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
