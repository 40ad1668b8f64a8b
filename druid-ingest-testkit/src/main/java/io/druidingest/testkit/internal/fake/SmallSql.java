package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Reply;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * As much SQL as a look at segments takes: columns or the count of {@code sys.segments}, where columns equal constants; and
 * how many rows a datasource has. A table that there is not is refused, as Druid does.
 */
final class SmallSql {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern SELECT = Pattern.compile(
            "\\s*SELECT\\s+(.+?)\\s+FROM\\s+\"?([\\w.-]+)\"?(?:\\s+WHERE\\s+(.+?))?[\\s;]*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern IS = Pattern.compile("\"?(\\w+)\"?\\s*=\\s*(?:'([^']*)'|(\\d+))");
    private static final String COUNT = "COUNT(*)";

    private final SegmentState segments;

    SmallSql(SegmentState segments) {
        this.segments = segments;
    }

    /** The rows of a statement; null if it is beyond this. */
    @Nullable List<ObjectNode> rows(String sql) {
        Matcher select = SELECT.matcher(sql);
        if (!select.matches()) {
            return null;
        }
        String what = select.group(1).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        String table = select.group(2);
        String where = select.group(3);
        if (table.equalsIgnoreCase("sys.segments")) {
            return ofSegments(select.group(1), where);
        }
        List<FakeSegment> loaded = segments.queried(table);
        if (loaded.isEmpty() && !table.contains(".")) {
            throw noSuchTable(table, sql, select.start(2));
        }
        return what.equals(COUNT) && where == null
                ? List.of(count(loaded.stream().mapToLong(FakeSegment::rows).sum()))
                : null;
    }

    private static ObjectNode count(long rows) {
        return JSON.objectNode().put("EXPR$0", rows);
    }

    private @Nullable List<ObjectNode> ofSegments(String what, @Nullable String where) {
        Cover used = segments.used();
        List<ObjectNode> found = segments.names(s -> true).stream()
                .flatMap(dataSource -> segments.of(dataSource).stream())
                .map(s -> row(s, used.hides(s)))
                .collect(Collectors.toList());
        for (String condition : where == null ? List.<String>of() : List.of(where.split("(?i)\\s+AND\\s+", -1))) {
            Matcher is = IS.matcher(condition.trim());
            if (!is.matches()) {
                return null;
            }
            String value = is.group(2) == null ? is.group(3) : is.group(2);
            found.removeIf(row -> !row.path(is.group(1)).asText().equals(value));
        }
        if (what.replaceAll("\\s", "").equalsIgnoreCase(COUNT)) {
            return List.of(count(found.size()));
        }
        List<String> columns = List.of(what.replace("\"", "").split("\\s*,\\s*", -1));
        if (!found.stream().allMatch(row -> columns.stream().allMatch(row::has))) {
            return null;
        }
        return found.stream().map(row -> inOrder(row, columns)).collect(Collectors.toList());
    }

    private static ObjectNode inOrder(ObjectNode row, List<String> columns) {
        ObjectNode ordered = JSON.objectNode();
        columns.forEach(column -> ordered.set(column, row.path(column)));
        return ordered;
    }

    private static ObjectNode row(FakeSegment segment, boolean hidden) {
        return JSON.objectNode()
                .put("segment_id", segment.id())
                .put("datasource", segment.dataSource())
                .put("start", segment.start())
                .put("end", segment.end())
                .put("size", segment.size())
                .put("version", segment.version())
                .put("partition_num", segment.partition())
                .put("num_replicas", segment.isLoaded() ? 1 : 0)
                .put("num_rows", segment.rows())
                .put("is_active", hidden ? 0 : 1)
                .put("is_published", 1)
                .put("is_available", segment.isLoaded() ? 1 : 0)
                .put("is_realtime", 0)
                .put("is_overshadowed", hidden ? 1 : 0);
    }

    private static Refusal noSuchTable(String table, String sql, int at) {
        int line = (int) sql.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        int column = at - sql.lastIndexOf('\n', at - 1);
        ObjectNode error = JSON.objectNode()
                .put("error", "druidException")
                .put("errorCode", "invalidInput")
                .put("persona", "USER")
                .put("category", "INVALID_INPUT")
                .put("errorMessage", "Object '" + table + "' not found (line [" + line + "], column [" + column + "])");
        error.putObject("context")
                .put("sourceType", "sql")
                .put("line", String.valueOf(line))
                .put("column", String.valueOf(column))
                .put("endLine", String.valueOf(line))
                .put("endColumn", String.valueOf(column + table.length() - 1));
        return new Refusal(Reply.json(400, error));
    }
}
