package io.druidingest.processor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
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

    /** The type ids by which its family registers a type; none where it has no family. */
    List<String> ids(TypeElement type) {
        return family(type).stream()
                .flatMap(f -> ((List<?>) said(f, "value")).stream())
                .map(v -> (AnnotationMirror) ((AnnotationValue) v).getValue())
                .filter(v -> types.isSameType((TypeMirror) said(v, "type"), type.asType()))
                .map(v -> (String) said(v, "id"))
                .collect(Collectors.toList());
    }

    private Optional<? extends AnnotationMirror> family(TypeElement type) {
        return type.getInterfaces().stream()
                .flatMap(i -> types.asElement(i).getAnnotationMirrors().stream())
                .filter(a -> name(a.getAnnotationType()).equals("io.druidingest.json.Family"))
                .findFirst();
    }

    /** What an annotation says, or takes for granted. */
    private Object said(AnnotationMirror annotation, String element) {
        return elements.getElementValuesWithDefaults(annotation).entrySet().stream()
                .filter(e -> e.getKey().getSimpleName().contentEquals(element))
                .map(e -> e.getValue().getValue())
                .findFirst()
                .orElseThrow();
    }

    /** The properties of a type: the type id, then those it inherits, then its own, as they are declared. */
    List<Property> properties(TypeElement type) {
        Map<String, ExecutableElement> methods = new LinkedHashMap<>();
        collect(type, type, methods);
        String idName = family(type).map(f -> (String) said(f, "property")).orElse("");
        return methods.values().stream()
                .filter(Property::isAccessor)
                .map(m -> new Property(m, idName, this))
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
