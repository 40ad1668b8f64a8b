package io.druidingest.testkit.internal.fake.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The keys that Druid knows in a body, or in a part of one. */
@FunctionalInterface
public interface Keys {

    /** The keys that it does not know, in the order in which they stand there. */
    List<Stranger> strangers(JsonNode body);

    /** An object with these keys, whatever stands there. */
    static Keys of(String... names) {
        Set<String> known = Set.of(names);
        return body -> {
            List<Stranger> strangers = new ArrayList<>();
            body.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    strangers.add(Stranger.key(name, known));
                }
            });
            return strangers;
        };
    }

    /** A list of which each element has such keys. */
    static Keys each(Keys element) {
        return body -> {
            List<Stranger> strangers = new ArrayList<>();
            for (int i = 0; i < body.size(); i++) {
                String index = "[" + i + "]";
                element.strangers(body.path(i)).forEach(s -> strangers.add(s.in(index)));
            }
            return strangers;
        };
    }

    /** These keys, at one of which stands something with such keys. */
    default Keys with(String name, Keys inner) {
        return body -> {
            List<Stranger> strangers = new ArrayList<>(strangers(body));
            inner.strangers(body.path(name)).forEach(s -> strangers.add(s.in(name)));
            return strangers;
        };
    }
}
