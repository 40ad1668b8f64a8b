package io.druidingest.testkit.endpoints;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fake of one version that is asked what a real Druid was, one after the other, on the same day. Tasks have ids of its own:
 * where a request names one that Druid made up, the latest of the same type and datasource is meant.
 */
final class Rehearsal implements AutoCloseable {

    private static final String LOADED = "druid-kafka-indexing-service";
    private static final Instant RECORDED = Instant.parse("2026-11-20T13:49:00Z");
    private static final Duration UNTIL_TASKS_HAVE_ENDED = Duration.ofSeconds(2);
    private static final Pattern MADE_UP = Pattern.compile("([a-z_]+_[a-z0-9]+_ds)_[a-p]{8}_[0-9T:.Z_-]+");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeOverlord overlord;
    private final Map<String, RecordedExchange> exchanges;
    private final Map<String, String> ids = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    Rehearsal(String version, List<RecordedExchange> exchanges) {
        this.overlord =
                FakeOverlord.start(b -> b.version(version).extensions(LOADED)).lenient();
        this.exchanges = exchanges.stream().collect(Collectors.toMap(RecordedExchange::name, e -> e));
        overlord.time().shiftWallClock(Duration.between(overlord.time().now(), RECORDED));
    }

    /** Does what was done between what was recorded: plans, says what the Broker knows, lets time go by, sends. */
    void given(JsonNode step) throws Exception {
        if (step.has("plan")) {
            overlord.onSubmit(step.path("task").asText()).plan(plan -> planned(plan, step.path("plan")));
        }
        if (step.has("say")) {
            List<Map<String, Object>> rows = new ArrayList<>();
            step.path("rows").forEach(row -> rows.add(Map.of("EXPR$0", row.asLong())));
            overlord.onSql(step.path("say").asText()).rows(rows);
        }
        if (step.has("send")) {
            ask(exchange(step.path("send").asText()));
        }
        if (step.has("post")) {
            send("POST", step.path("post").asText(), "*/*", "application/json", "");
        }
        if (step.has("wait")) {
            overlord.time().advance(Duration.parse(step.path("wait").asText()));
        }
    }

    private RecordedExchange exchange(String name) {
        RecordedExchange found = exchanges.get(name);
        if (found == null) {
            throw new IllegalArgumentException("nothing was recorded as " + name);
        }
        return found;
    }

    private TaskPlan planned(TaskPlan plan, JsonNode told) {
        TaskPlan planned = plan.unparseable(told.path("unparseable").asLong());
        if (told.has("rows")) {
            planned = planned.rows(told.path("rows").asLong());
        }
        if (told.has("of")) {
            planned = planned.rowsOf(told.path("of").asText());
        }
        if (told.has("failsAs")) {
            planned = planned.fails(failure(exchange(told.path("failsAs").asText())));
        }
        if (told.path("withoutLog").asBoolean()) {
            planned = planned.withoutLog();
        }
        return told.path("ends").asBoolean(true) ? planned : planned.neverEnds();
    }

    /** What a report says that a task failed with. */
    private static String failure(RecordedExchange report) {
        try {
            return JSON.readTree(report.answer().body())
                    .at("/ingestionStatsAndErrors/payload/errorMsg")
                    .asText();
        } catch (Exception e) {
            throw new IllegalArgumentException(report + " is no report", e);
        }
    }

    Answer ask(RecordedExchange exchange) throws Exception {
        String target = exchange.target();
        Matcher m = MADE_UP.matcher(target);
        if (m.find()) {
            target = target.replace(m.group(), ids.getOrDefault(m.group(1), m.group()));
        }
        Answer answer = send(
                exchange.method(),
                target,
                exchange.requestHeader("Accept"),
                exchange.requestHeader("Content-Type"),
                new String(exchange.requestBody(), UTF_8));
        if (exchange.method().equals("POST")
                && (target.endsWith("/v1/task") || target.endsWith("/v1/supervisor"))
                && answer.status() == 200) {
            String id = JSON.readTree(answer.body()).path("task").asText();
            Matcher made = MADE_UP.matcher(id);
            if (made.matches()) {
                ids.put(made.group(1), id);
            }
            overlord.time().advance(UNTIL_TASKS_HAVE_ENDED);
        }
        return answer;
    }

    private Answer send(String method, String target, @Nullable String accept, @Nullable String type, String body)
            throws Exception {
        String base = overlord.uri().resolve("/").toString().replaceAll("/$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (accept != null) {
            request.header("Accept", accept);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Answer(response.statusCode(), headers, response.body());
    }

    @Override
    public void close() {
        overlord.close();
    }
}
