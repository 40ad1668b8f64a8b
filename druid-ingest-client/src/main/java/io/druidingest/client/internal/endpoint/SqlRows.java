package io.druidingest.client.internal.endpoint;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads rows, one to a line, while they come. An empty line ends them: where it is missing, the query failed half-way. */
public final class SqlRows {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addModule(new SimpleModule().addDeserializer(Instant.class, new TimeReader()))
            .build();

    /** Each row with its columns in order. */
    public static final Row<Map<String, @Nullable Object>> AS_MAP = line -> {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> e :
                Json.tree(line.getBytes(StandardCharsets.UTF_8)).properties()) {
            row.put(e.getKey(), Json.value(e.getValue()));
        }
        return row;
    };

    private SqlRows() {}

    /** Each row as what Jackson makes of it. */
    public static <T> Row<T> as(Class<T> type) {
        ObjectReader reader = MAPPER.readerFor(type);
        return reader::readValue;
    }

    /** All rows of an answer. */
    public static <T> List<T> all(Reply reply, Row<T> row) throws IOException {
        List<T> rows = new ArrayList<>();
        read(reply, row, rows::add);
        return rows;
    }

    /** Hands out the rows of an answer, and tells how many there were. */
    public static <T> long read(Reply reply, Row<T> row, Consumer<? super T> each) throws IOException {
        long count = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                if (line.isEmpty() && next == null) {
                    return count;
                }
                // what is last has no end, and may be half a row; and no rows may be two empty lines
                if (next != null && !line.isEmpty()) {
                    each.accept(row.read(line));
                    count++;
                }
                line = next;
            }
        }
        throw new IOException("the answer breaks off after " + count + " rows; the query failed half-way");
    }

    /**
     * Makes a value of a line.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    public interface Row<T> {
        T read(String line) throws IOException;
    }

    /** A TIMESTAMP, which Druid writes in the time zone of the query. */
    private static final class TimeReader extends FromStringDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        TimeReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, Instant.class, "not a time in ISO 8601");
            }
        }
    }
}
