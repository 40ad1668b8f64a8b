package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.druidingest.client.DruidClient;
import io.druidingest.client.model.TaskState;
import io.druidingest.testkit.DruidCase.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Cases before a real Druid: they are sent all at once, so that its workers always have something to do. */
final class Showing {

    static final String ROW = "{\"time\":\"2026-01-01T01:00:00Z\",\"page\":\"a\",\"added\":1}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DruidClient druid;
    private final Wire wire;
    private final Path rows;

    /** What Druid said when it was sent each, and what it kept of those that it took. */
    private final Map<DruidCase, Wire.Answer> answers = new LinkedHashMap<>();

    private final Map<DruidCase, JsonNode> kept = new LinkedHashMap<>();

    /** The files that cases read are in {@code rows}, an empty folder. */
    Showing(LocalDruid local, DruidClient druid, Path rows) throws IOException {
        this.druid = druid;
        this.wire = new Wire(local);
        this.rows = rows;
        Files.writeString(rows.resolve("a.json"), ROW);
    }

    void send(Collection<DruidCase> cases) {
        cases.stream()
                .filter(Showing::needsData)
                .map(c -> druid.tasks().submit(Loads.inline(c.dataSource, Loads.rows(10))))
                .collect(Collectors.toList())
                .forEach(t -> t.join().completion().join());
        cases.forEach(this::send);
    }

    private static boolean needsData(DruidCase c) {
        return c.document.path("type").asText().equals("compact")
                || (c.kind.equals("compactionConfig") && !(c.sql + c.asks).isEmpty());
    }

    private void send(DruidCase c) {
        JsonNode document = located(c.document);
        Wire.Answer answer = c.kind.equals("rules") ? wire.retain(c.dataSource, document) : wire.send(c.kind, document);
        answers.put(c, answer);
        if (answer.status() == 200 && (c.sql + c.asks).isEmpty()) {
            kept.put(c, c.kind.equals("rules") ? document : wire.readBack(c.kind, document, answer));
            if (!c.kind.equals("task")) {
                wire.remove(c.kind, answer);
            }
        }
    }

    private JsonNode located(JsonNode document) {
        try {
            return JSON.readTree(document.toString()
                    .replace("\"/rows", "\"" + rows.toString().replace('\\', '/')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Druid makes of a case is due to what the case breaks. */
    void assertTaken(DruidCase base) {
        assertThat(answers.get(base).status()).as(answers.get(base).body()).isEqualTo(200);
        if (base.kind.equals("task")) {
            assertThat(end(base)).isEqualTo(TaskState.SUCCESS);
        }
    }

    void assertAgrees(DruidCase broken) {
        Wire.Answer answer = answers.get(broken);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status(broken.outcome));
        if (broken.outcome == Outcome.FAILS) {
            assertThat(end(broken)).isEqualTo(TaskState.FAILED);
        } else if (broken.outcome == Outcome.MISREADS && (broken.sql + broken.asks).isEmpty()) {
            assertThat(broken.isKept(kept.get(broken)))
                    .as(kept.get(broken).toString())
                    .isFalse();
        } else if (broken.outcome == Outcome.MISREADS) {
            if (broken.kind.equals("task")) {
                assertThat(end(broken)).isEqualTo(TaskState.SUCCESS);
            }
            awaitWhatItShows(broken, druid, wire);
        }
    }

    private static int status(Outcome outcome) {
        return outcome == Outcome.REFUSES ? 400 : outcome == Outcome.BREAKS ? 500 : 200;
    }

    private TaskState end(DruidCase c) {
        return druid.tasks().attach(answers.get(c).id()).completion().join().state();
    }

    /** A Broker knows of a segment a second or two after it was published, and a Coordinator looks now and then. */
    static void awaitWhatItShows(DruidCase c, DruidClient druid, Wire wire) {
        Await.until(c.sql + c.asks + " to give what shows " + c, () -> {
            if (c.kind.equals("compactionConfig")) {
                wire.compact();
            }
            return c.isShownBy(
                    c.asks.isEmpty() ? JSON.valueToTree(druid.sql().query(c.sql).join()) : wire.ask(c.asks));
        });
    }
}
