package io.druidingest.testkit.endpoints;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.TaskPlan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What real Druids were asked, asked of the fake. {@code exchanges/given.json} says what was there before: it is made by
 * requests too, and knows nothing of the answers. Which answers differ, and how, stands in {@code exchanges/replayed.txt}:
 * what is not listed there has to be alike.
 */
class ReplayTest {

    private static final Path GIVEN = Path.of("src/test/resources/exchanges/given.json");
    private static final Path REPLAYED = Path.of("src/test/resources/exchanges/replayed.txt");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TASK = Pattern.compile("/task/([^/]+)");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theFakeAnswersAsDruidDid() throws Exception {
        Map<String, String> differing = new TreeMap<>();
        int count = 0;
        for (RecordedExchange exchange : RecordedExchange.all()) {
            if (!exchange.name().startsWith("27.")) { // which the fake does not answer as
                count++;
                List<String> differences = differences(exchange);
                if (!differences.isEmpty()) {
                    differing.put(exchange.name(), String.join("; ", differences));
                }
            }
        }
        if (Boolean.getBoolean("druidingest.update")) {
            List<String> lines = new ArrayList<>();
            lines.add(count - differing.size() + " of " + count + " alike; not so:");
            differing.forEach((name, how) -> lines.add(name + "  " + how));
            Files.write(REPLAYED, lines);
        }

        Set<String> listed = Files.readAllLines(REPLAYED).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toSet());
        assertThat(count).isGreaterThan(140);
        differing.keySet().removeAll(listed);
        assertThat(differing).as("differ, and are not listed").isEmpty();
    }

    private List<String> differences(RecordedExchange exchange) throws Exception {
        String version = exchange.name().substring(0, exchange.name().indexOf('/'));
        try (FakeOverlord overlord = FakeOverlord.start(b -> b.version(version)).lenient()) {
            for (JsonNode given : JSON.readTree(GIVEN.toFile())) {
                if (exchange.name().matches(".*/\\d+-(" + given.path("for").asText() + ")")) {
                    prepare(overlord, given, exchange);
                }
            }
            HttpResponse<String> answer = send(
                    overlord,
                    exchange.method(),
                    exchange.target(),
                    exchange.requestHeader("Accept"),
                    exchange.requestHeader("Content-Type"),
                    new String(exchange.requestBody(), UTF_8));
            return Likeness.differences(
                    exchange,
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        }
    }

    private void prepare(FakeOverlord overlord, JsonNode given, RecordedExchange exchange) throws Exception {
        Matcher m = TASK.matcher(exchange.target());
        String id = m.find()
                ? m.group(1)
                : "noop".equals(given.path("task").path("type").asText()) ? noop(exchange) : "t1";
        JsonNode task = JSON.readTree(given.path("task").toString().replace("{id}", id));
        JsonNode plan = given.path("plan");
        overlord.onSubmit(task.path("type").asText()).plan(p -> planned(p, plan));
        if (task.isObject()) {
            send(overlord, "POST", "/druid/indexer/v1/task", null, "application/json", task.toString());
            overlord.time().advance(Duration.ofMinutes(1));
        }
        for (JsonNode request : given.path("requests")) {
            send(
                    overlord,
                    request.path(0).asText(),
                    request.path(1).asText().replace("{id}", id),
                    "application/json",
                    "application/json",
                    request.path(2).isMissingNode() ? "" : request.path(2).toString());
        }
    }

    private static TaskPlan planned(TaskPlan plan, JsonNode told) {
        TaskPlan planned = plan.rows(told.path("rows").asLong(1))
                .unparseable(told.path("unparseable").asLong());
        return told.has("fails")
                ? planned.fails(told.path("fails").asText())
                : told.path("ends").asBoolean(true) ? planned : planned.neverEnds();
    }

    /** The id that stands in the body, or that all of one cluster's have. */
    private static String noop(RecordedExchange exchange) {
        Matcher m = Pattern.compile("noop-\\d+").matcher(new String(exchange.requestBody(), UTF_8));
        return m.find() ? m.group() : "noop-1";
    }

    private HttpResponse<String> send(
            FakeOverlord overlord,
            String method,
            String target,
            @Nullable String accept,
            @Nullable String type,
            String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(overlord.uri().resolve("/").toString().replaceAll("/$", "") + target))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (accept != null) {
            request.header("Accept", accept);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
