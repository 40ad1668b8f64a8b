package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.testkit.internal.fake.http.Keys;
import io.druidingest.testkit.internal.fake.http.Stranger;
import io.druidingest.validation.Rules;
import io.druidingest.validation.SpecValidationException;
import io.druidingest.validation.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys of a body that the language has a type for, at any depth: the library's strict reading knows them. What stands
 * in a value of an unknown type, such as one of an extension that the library was not told of, is nobody's to judge.
 *
 * <p>What Druid itself tells of such a value, and does not read, is no stranger in it: values are read, changed and sent back.
 */
final class SpecKeys implements Keys {

    private static final String HINT = "did you mean ";

    private final Class<? extends SpecObject> type;
    private final Set<String> told;
    /** The last body without strangers: many tasks are one load under other ids. */
    private volatile JsonNode clean = MissingNode.getInstance();

    private SpecKeys(Class<? extends SpecObject> type, Set<String> told) {
        this.type = type;
        this.told = told;
    }

    /**
     * The keys of a type.
     *
     * @param told paths of keys besides, which Druid tells and does not read
     */
    static Keys of(Class<? extends SpecObject> type, String... told) {
        return new SpecKeys(type, Set.of(told));
    }

    @Override
    public List<Stranger> strangers(JsonNode body) {
        if (!body.isContainerNode()) {
            return List.of();
        }
        JsonNode lasting = lasting(body);
        if (lasting.equals(clean)) {
            return List.of();
        }
        try {
            SpecJson.read(body.toString(), type, SpecJson.Mode.STRICT);
            clean = lasting;
            return List.of();
        } catch (SpecValidationException e) {
            return e.violations().stream()
                    .filter(v -> v.rule().equals(Rules.UNKNOWN_PROPERTY))
                    .filter(v -> !told.contains(v.path()) && !saysNothing(v, body))
                    .map(v -> Stranger.key(v.path(), hint(v)))
                    .collect(Collectors.toList());
        }
    }

    /** Without what differs each time, in which there are no strangers: an id, and a context, which may hold anything. */
    private static JsonNode lasting(JsonNode body) {
        return body.isObject()
                ? ((ObjectNode) JsonNodeFactory.instance.objectNode().setAll((ObjectNode) body))
                        .without(List.of("id", "context"))
                : body;
    }

    /** Whether what stands there is empty, or stands in the right place, too. */
    private static boolean saysNothing(Violation stranger, JsonNode body) {
        JsonNode said = at(body, stranger.path());
        String hint = hint(stranger);
        return said.isNull()
                || (said.isContainerNode() && said.isEmpty())
                || (hint.startsWith(HINT) && said.equals(at(body, hint.substring(HINT.length(), hint.length() - 1))));
    }

    private static JsonNode at(JsonNode body, String path) {
        return body.at(("/" + path.replaceAll("[\\[.]", "/").replace("]", "")).replace("//", "/"));
    }

    /** For example {@code did you mean spec.ioConfig?}. */
    private static String hint(Violation stranger) {
        String message = stranger.message().replace("\"", "");
        int hint = message.indexOf(HINT);
        return hint < 0 ? "there is nothing like it" : message.substring(hint);
    }
}
