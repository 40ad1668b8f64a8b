package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Violation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Orders violations as their places stand in a document. What is missing there stands where its object begins. */
final class DocumentOrder implements Comparator<Violation> {

    private static final Comparator<Violation> BY_PATH = Comparator.comparing(Violation::path);

    private final Map<String, Integer> positions = new HashMap<>();

    DocumentOrder(JsonNode document) {
        number(document, new Findings());
    }

    private void number(JsonNode node, Findings at) {
        positions.put(at.path(), positions.size());
        node.properties().forEach(f -> number(f.getValue(), at.at(f.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            number(node.get(i), at.at(i));
        }
    }

    @Override
    public int compare(Violation a, Violation b) {
        int order = Integer.compare(position(a.path()), position(b.path()));
        return order != 0 ? order : BY_PATH.compare(a, b);
    }

    private int position(String path) {
        Integer known = positions.get(path);
        return known != null
                ? known
                : position(path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('[')))));
    }
}
