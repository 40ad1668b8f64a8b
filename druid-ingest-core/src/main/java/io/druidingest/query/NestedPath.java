package io.druidingest.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits a path into nested JSON as Druid does: into keys of objects and positions in arrays. */
final class NestedPath {

    private static final String INDEX = "\\[(?<index>[+-]?\\d{1,9})]";

    /** As {@code $.a['b.c'][0]}. */
    private static final Pattern JSON_PATH = Pattern.compile("\\.([^.\\[']+)|\\['((?:[^'\\\\]|\\\\.)+)']|" + INDEX);

    /** As {@code .a."b.c"[0]}. */
    private static final Pattern JQ = Pattern.compile("(?:\\.([^.\\[\"?]+)|\\.\"((?:[^\"\\\\]|\\\\.)+)\""
            + "|\\.?\\[\"((?:[^\"\\\\]|\\\\.)+)\"]|\\.?" + INDEX + ")\\??");

    private NestedPath() {}

    /** The steps on the way down, as JSON; none is the whole. Null where Druid could not read it. */
    static @Nullable ArrayNode parts(String path, boolean jq) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        if (!path.startsWith(jq ? "." : "$")) {
            return null;
        }
        String steps = jq ? path : path.substring(1);
        if (steps.equals(".")) {
            return parts;
        }
        Matcher m = (jq ? JQ : JSON_PATH).matcher(steps);
        int end = 0;
        while (m.find() && m.start() == end) {
            add(parts.addObject(), m);
            end = m.end();
        }
        return end == steps.length() ? parts : null;
    }

    private static void add(ObjectNode part, Matcher m) {
        String index = m.group("index");
        if (index != null) {
            part.put("type", "arrayElement").put("index", new BigDecimal(index));
            return;
        }
        int key = 1;
        while (m.group(key) == null) { // each alternative has a group of its own
            key++;
        }
        part.put("type", "field").put("field", m.group(key));
    }
}
