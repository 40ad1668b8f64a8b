package io.druidingest.testkit.corpus;

import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.testkit.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was said and is read back as something else. What was not said does not count: Druid fills it in. */
final class Differences {

    private final Recipes recipes;
    private final List<String> found;

    Differences(Recipes recipes, List<String> found) {
        this.recipes = recipes;
        this.found = found;
    }

    void compare(String path, SpecObject said, SpecObject read) {
        ValueType type = ValueType.of(said);
        if (ValueType.of(read).type != type.type) {
            found.add(
                    path + ": " + type.name() + " became " + ValueType.of(read).name());
            return;
        }
        for (ValueType.Property p : type.properties) {
            Object before = p.get(said);
            if (before == null || isEmpty(before) || recipes.unread(type.name(), p.name) != null) {
                continue;
            }
            Object after = p.get(read);
            String place = path + "/" + p.name;
            if (after == null || isEmpty(after)) {
                if (p.defaults().stream().map(Values::parse).noneMatch(d -> Spelling.same(d, SpecJson.tree(before)))) {
                    found.add(place + ": " + SpecJson.tree(before) + " is gone");
                }
            } else {
                element(place, before, after);
            }
        }
        said.properties().forEach((key, value) -> {
            if (!value.equals(read.properties().get(key))) {
                found.add(path + "/" + key + ": " + value + " became "
                        + read.properties().get(key));
            }
        });
    }

    private void element(String path, Object before, Object after) {
        if (before instanceof SpecObject && after instanceof SpecObject) {
            compare(path, (SpecObject) before, (SpecObject) after);
        } else if (before instanceof Set && after instanceof Set) {
            if (!before.equals(after)) {
                found.add(path + ": " + before + " became " + after);
            }
        } else if (before instanceof Collection && after instanceof Collection) {
            list(path, (Collection<?>) before, (Collection<?>) after);
        } else if (before instanceof Map && after instanceof Map) {
            map(path, (Map<?, ?>) before, (Map<?, ?>) after);
        } else if (!before.equals(after) && !Spelling.same(SpecJson.tree(before), SpecJson.tree(after))) {
            found.add(path + ": " + SpecJson.tree(before) + " became " + SpecJson.tree(after));
        }
    }

    private void list(String path, Collection<?> before, Collection<?> after) {
        if (before.size() > after.size()) {
            found.add(path + ": " + before + " became " + after);
            return;
        }
        List<Object> befores = new ArrayList<>(before);
        List<Object> afters = new ArrayList<>(after); // Druid completes some lists, dimensionExclusions for one
        if (before.size() < after.size()) {
            if (!afters.containsAll(befores)) {
                found.add(path + ": " + before + " became " + after);
            }
            return;
        }
        for (int i = 0; i < befores.size(); i++) {
            element(path + "/" + i, befores.get(i), afters.get(i));
        }
    }

    private void map(String path, Map<?, ?> before, Map<?, ?> after) {
        before.forEach((key, value) -> {
            if (after.containsKey(key)) {
                element(path + "/" + key, value, after.get(key));
            } else {
                found.add(path + "/" + key + ": " + value + " is gone");
            }
        });
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection && ((Collection<?>) value).isEmpty())
                || (value instanceof Map && ((Map<?, ?>) value).isEmpty());
    }
}
