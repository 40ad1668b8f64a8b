package io.druidingest.json;

import io.druidingest.json.internal.Accessors;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads values of the types of others, which have no generated {@link Accessors}. */
final class ReflectedAccessors extends Accessors<SpecObject> {

    private final List<Shape.Property> properties;
    private final Shape shape;

    ReflectedAccessors(Shape shape) {
        this(
                shape,
                shape.properties().stream()
                        .sorted(Comparator.comparing(p -> !p.name().equals("type"))) // stable
                        .collect(Collectors.toList()));
    }

    private ReflectedAccessors(Shape shape, List<Shape.Property> properties) {
        super(properties.stream().map(Shape.Property::name).toArray(String[]::new));
        this.shape = shape;
        this.properties = properties;
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
    public @Nullable Collection<?> asList(SpecObject value) {
        return shape.list() ? (Collection<?>) shape.whole(value) : null;
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

    private <E extends Exception> void pass(int index, Object set, Visitor<E> visitor) throws E {
        Shape.Property p = properties.get(index);
        if (set instanceof String) {
            if (p == shape.freeType()) {
                visitor.id(index, (String) set);
            } else {
                visitor.text(index, (String) set);
            }
        } else if (set instanceof Integer || set instanceof Long) {
            visitor.number(index, ((Number) set).longValue());
        } else if (set instanceof Boolean) {
            visitor.flag(index, (Boolean) set);
        } else if (set instanceof SpecObject) {
            visitor.object(index, (SpecObject) set);
        } else if (p.inMillis()) {
            visitor.millis(index, (Duration) set);
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
