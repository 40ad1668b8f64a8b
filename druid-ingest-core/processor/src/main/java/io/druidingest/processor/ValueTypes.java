package io.druidingest.processor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the compiler knows of value types. */
final class ValueTypes {

    private final Elements elements;
    private final Types types;
    private final TypeMirror value;

    ValueTypes(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
        this.value = elements.getTypeElement("io.druidingest.json.SpecObject").asType();
    }

    /** The properties of a type: the type id, then those it inherits, then its own, as they are declared. */
    List<Property> properties(TypeElement type) {
        Map<String, ExecutableElement> methods = new LinkedHashMap<>();
        collect(type, type, methods);
        return methods.values().stream()
                .filter(Property::isAccessor)
                .map(m -> new Property(m, this))
                .sorted(Comparator.comparing(p -> !p.name().equals("type"))) // stable
                .collect(Collectors.toList());
    }

    /** All methods without parameters that a type has; of those that override each other the one that counts. */
    private void collect(TypeElement from, TypeElement type, Map<String, ExecutableElement> methods) {
        for (TypeMirror parent : from.getInterfaces()) {
            collect((TypeElement) types.asElement(parent), type, methods);
        }
        for (ExecutableElement method : ElementFilter.methodsIn(from.getEnclosedElements())) {
            String name = method.getSimpleName().toString();
            ExecutableElement other = methods.get(name);
            if (method.getParameters().isEmpty() && (other == null || elements.overrides(method, other, type))) {
                methods.remove(name); // so that it comes where it is declared last
                methods.put(name, method);
            }
        }
    }

    /** The qualified name of a type, without type arguments and annotations. */
    String name(TypeMirror type) {
        return types.asElement(type) instanceof TypeElement
                ? ((TypeElement) types.asElement(type)).getQualifiedName().toString()
                : "";
    }

    /** Whether it is a value of the language. */
    boolean isValue(TypeMirror type) {
        return types.isAssignable(type, value);
    }
}
