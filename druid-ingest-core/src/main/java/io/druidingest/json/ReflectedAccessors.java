package io.druidingest.json;

import io.druidingest.json.internal.Accessors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads values of the types of others, which have no generated {@link Accessors}. */
final class ReflectedAccessors implements Accessors<SpecObject> {

    private final List<Shape.Property> properties;

    ReflectedAccessors(Collection<Shape.Property> properties) {
        this.properties = new ArrayList<>(properties);
        this.properties.sort(Comparator.comparing(p -> !p.name().equals("type"))); // stable
    }

    @Override
    public List<String> names() {
        return properties.stream().map(Shape.Property::name).collect(Collectors.toList());
    }

    @Override
    public boolean isComplete(SpecObject value) {
        for (Shape.Property p : properties) {
            if (p.required() && !p.fixed() && p.get(value) == null) {
                return false;
            }
        }
        return true;
    }

    @Override
    public <E extends Exception> boolean each(SpecObject value, Visitor<E> visitor) throws E {
        for (int i = 0; i < properties.size(); i++) {
            Shape.Property p = properties.get(i);
            Object set = p.get(value);
            if (set != null && (p.writtenEmpty() || !isEmpty(set))) {
                pass(i, set, visitor);
            }
        }
        if (!value.properties().isEmpty()) {
            visitor.unknown(value.properties());
        }
        return isComplete(value);
    }

    private static <E extends Exception> void pass(int index, Object set, Visitor<E> visitor) throws E {
        if (set instanceof String) {
            visitor.text(index, (String) set);
        } else if (set instanceof Integer || set instanceof Long) {
            visitor.number(index, ((Number) set).longValue());
        } else if (set instanceof Boolean) {
            visitor.flag(index, (Boolean) set);
        } else if (set instanceof SpecObject) {
            visitor.object(index, (SpecObject) set);
        } else {
            visitor.other(index, set);
        }
    }

    private static boolean isEmpty(Object container) {
        return container instanceof Collection
                ? ((Collection<?>) container).isEmpty()
                : ((Map<?, ?>) container).isEmpty();
    }
}
