package io.druidingest.processor;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** One JSON property of a value type, as its accessor declares it. */
final class Property {

    private static final Set<String> LISTS = Set.of("java.util.List", "java.util.Set");

    private final ExecutableElement accessor;
    private final String name;
    private final boolean freeId;
    private final ValueTypes types;

    /**
     * Looks at an accessor.
     *
     * @param idName the property that holds the type id of the family; empty where there is no family
     */
    Property(ExecutableElement accessor, String idName, ValueTypes types) {
        this.accessor = accessor;
        this.types = types;
        JsonProperty json = accessor.getAnnotation(JsonProperty.class);
        this.name = json == null || json.value().isEmpty()
                ? accessor.getSimpleName().toString()
                : json.value();
        this.freeId = name.equals(idName) && !accessor.isDefault();
    }

    /** Whether it is the type id of a family, and the type leaves it open. */
    boolean freeId() {
        return freeId;
    }

    /** Whether a method without parameters is the accessor of a property. */
    static boolean isAccessor(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC)
                && (method.getModifiers().contains(Modifier.ABSTRACT)
                        || method.getAnnotation(JsonProperty.class) != null)
                && !method.getSimpleName().contentEquals("properties");
    }

    /** The name in JSON. */
    String name() {
        return name;
    }

    /** The accessor. */
    String accessor() {
        return accessor.getSimpleName().toString();
    }

    /** Whether Druid needs it and a value may lack it: neither nullable, nor a list or map, nor fixed. */
    boolean required() {
        return !container()
                && !accessor.isDefault()
                && accessor.getReturnType().getAnnotationMirrors().stream()
                        .noneMatch(a -> a.getAnnotationType()
                                .asElement()
                                .getSimpleName()
                                .contentEquals("Nullable"));
    }

    /** Whether it is passed even if it is empty, or cannot be. */
    boolean passedEmpty() {
        return !container() || accessor.getAnnotation(JsonInclude.class) != null;
    }

    /** The method of a visitor that takes it. */
    String visit() {
        TypeMirror type = accessor.getReturnType();
        if (LISTS.contains(types.name(type))) {
            List<? extends TypeMirror> of = ((DeclaredType) type).getTypeArguments();
            return types.isValue(of.get(0))
                    ? "objects"
                    : types.name(of.get(0)).equals("java.lang.String") ? "texts" : "other";
        }
        switch (types.name(type)) {
            case "java.lang.String":
                return freeId ? "id" : "text";
            case "java.lang.Integer":
            case "java.lang.Long":
                return "number";
            case "java.lang.Boolean":
                return "flag";
            case "java.time.Duration":
                JsonFormat format = accessor.getAnnotation(JsonFormat.class);
                return format != null && format.shape().isNumeric() ? "millis" : "other";
            default:
                return types.isValue(type) ? "object" : "other";
        }
    }

    private boolean container() {
        String type = types.name(accessor.getReturnType());
        return LISTS.contains(type) || type.equals("java.util.Map");
    }
}
