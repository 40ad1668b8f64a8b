package io.druidingest.client.internal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** JSON of requests and answers. Specs have their own, {@link io.druidingest.json.SpecJson}. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS) // the same JSON from each process, for fingerprints
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads one value out of many. */
    private static final ObjectReader ELEMENT = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Remembers no names, of which Jackson keeps thousands otherwise, in case they come again. */
    private static final JsonFactory FORGETFUL = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private Json() {}

    /** Reads an answer. */
    public static JsonNode tree(byte[] body) throws IOException {
        return tree(new ByteArrayInputStream(body));
    }

    /** Reads an answer to its end. */
    public static JsonNode tree(InputStream body) throws IOException {
        JsonNode json = MAPPER.readTree(body);
        if (json == null || json.isMissingNode()) {
            throw new IOException("the body is empty");
        }
        return json;
    }

    /**
     * Reads an array of any length, one element after the other, in constant memory. Ends early if the thread is
     * interrupted, as it is when the request is cancelled.
     *
     * @return how many elements there were
     */
    public static long each(InputStream body, Consumer<? super JsonNode> each) throws IOException {
        return each(body, 1, each);
    }

    /** Reads the values of arrays or objects that lie so deep in one another, as {@link #each} does of one array. */
    public static long each(InputStream body, int depth, Consumer<? super JsonNode> each) throws IOException {
        try (JsonParser parser = MAPPER.createParser(body)) {
            parser.nextToken();
            return each(parser, depth, each);
        }
    }

    /** Reads the values of an object that has ids for names, each as good as new, as {@link #each} does of an array. */
    public static long eachById(InputStream body, Consumer<? super JsonNode> each) throws IOException {
        try (JsonParser parser = FORGETFUL.createParser(body)) {
            parser.nextToken();
            return each(parser, 1, each);
        }
    }

    private static long each(JsonParser parser, int depth, Consumer<? super JsonNode> each) throws IOException {
        if (depth == 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("cancelled");
            }
            each.accept(ELEMENT.readTree(parser));
            return 1;
        }
        if (!parser.isExpectedStartArrayToken() && !parser.isExpectedStartObjectToken()) {
            throw new IOException("a list was expected, not " + parser.currentToken());
        }
        long count = 0;
        for (JsonToken next = parser.nextToken(); !next.isStructEnd(); next = parser.nextToken()) {
            if (next == JsonToken.FIELD_NAME) {
                parser.nextToken();
            }
            count += each(parser, depth - 1, each);
        }
        return count;
    }

    /** The plain Java value of a node: a String, Boolean, Long, BigInteger, BigDecimal, List or Map, or null. */
    public static @Nullable Object value(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(e -> map.put(e.getKey(), value(e.getValue())));
            return map;
        }
        return MAPPER.convertValue(node, Object.class);
    }

    /** Writes a request piece by piece. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return MAPPER.createGenerator(out);
    }

    /** Writes a request. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }
}
