package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the Broker answers: what the test has said; else of the system tables what this library asks
 * them, and the little that {@link SmallSql} can read.
 */
public final class SqlState {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SegmentState segments;
    private final Map<String, List<JsonNode>> said = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();

    SqlState(SegmentState segments) {
        this.segments = segments;
    }

    /** The rows to answer a statement with from now on. */
    public boolean say(String sql, List<? extends Map<String, ?>> rows) {
        asked.remove(folded(sql));
        said.put(folded(sql), rows.stream().map(JSON::<JsonNode>valueToTree).collect(Collectors.toList()));
        return true;
    }

    /** The rows of a statement; null if nobody has said them. */
    @Nullable List<? extends JsonNode> rows(String sql, List<String> parameters) {
        String statement = folded(sql);
        asked.add(statement);
        List<JsonNode> rows = said.get(statement);
        if (rows != null) {
            return rows;
        }
        if (sql.contains("FROM sys.segments") && sql.contains("AS replicated_size")) {
            return summaries();
        }
        if (parameters.isEmpty()) {
            return new SmallSql(segments).rows(sql);
        }
        List<FakeSegment> loaded = segments.of(parameters.get(0)).stream()
                .filter(FakeSegment::isLoaded)
                .collect(Collectors.toList());
        if (sql.contains("FROM INFORMATION_SCHEMA.TABLES")) {
            return loaded.stream()
                    .limit(1)
                    .map(s -> JSON.createObjectNode().put("TABLE_NAME", s.dataSource()))
                    .collect(Collectors.toList());
        }
        if (sql.contains("FROM sys.segments") && sql.contains("is_available") && parameters.size() == 3) {
            return loaded.stream()
                    .filter(s -> s.start().compareTo(parameters.get(1)) >= 0
                            && s.end().compareTo(parameters.get(2)) <= 0)
                    .map(s -> JSON.createObjectNode().put("segment_id", s.id()).put("is_available", 1))
                    .collect(Collectors.toList());
        }
        return new SmallSql(segments).rows(sql);
    }

    /** The statements that rows were said for and nobody asked, as they were said. */
    Stream<String> unasked() {
        return said.keySet().stream()
                .filter(statement -> !asked.contains(statement))
                .map(statement -> "onSql(\"" + statement + "\")");
    }

    /** What there is of each datasource, as {@code druid.segments().summaries()} asks. */
    private List<JsonNode> summaries() {
        return segments.dataSources().stream().map(this::summary).collect(Collectors.toList());
    }

    private JsonNode summary(String dataSource) {
        List<FakeSegment> all = segments.visible(dataSource);
        List<FakeSegment> loaded = all.stream().filter(FakeSegment::isLoaded).collect(Collectors.toList());
        return JSON.createObjectNode()
                .put("datasource", dataSource)
                .put("segments", all.size())
                .put("unavailable", all.size() - loaded.size())
                .put("size", all.stream().mapToLong(FakeSegment::size).sum())
                .put(
                        "replicated_size",
                        loaded.stream().mapToLong(FakeSegment::size).sum())
                .put("num_rows", loaded.stream().mapToLong(FakeSegment::rows).sum());
    }

    /** What is answered to a statement that nobody has said the rows of. */
    static Reply noRows(String statement) {
        return Errors.invalidInput("this Druid is a fake, which has no rows for [" + statement
                + "]; say them: overlord.onSql(\"..\").rows(List.of(Map.of(..)))");
    }

    private static String folded(String sql) {
        return sql.trim().replaceAll("\\s+", " ");
    }
}
