package io.druidingest.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** Makes {@code FooAccessors} for each value type {@code Foo} of the language. */
@SupportedAnnotationTypes("io.druidingest.json.SpecStyle")
public final class AccessorsProcessor extends AbstractProcessor {

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ValueTypes types = new ValueTypes(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        for (TypeElement annotation : annotations) {
            for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                String name = processingEnv.getElementUtils().getBinaryName(type) + "Accessors";
                try (Writer out =
                        processingEnv.getFiler().createSourceFile(name, type).openWriter()) {
                    out.write(source(type, types.properties(type), types.ids(type)));
                } catch (IOException e) {
                    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "cannot write " + name + ": " + e);
                }
            }
        }
        return false; // others may want the annotation too
    }

    private String source(TypeElement type, List<Property> properties, List<String> ids) {
        String value = type.getSimpleName().toString();
        return String.join(
                "\n",
                "package " + processingEnv.getElementUtils().getPackageOf(type).getQualifiedName() + ";",
                "",
                "@javax.annotation.processing.Generated(\"" + getClass().getName() + "\")",
                "final class " + value + "Accessors extends io.druidingest.json.internal.Accessors<" + value + "> {",
                "",
                "    " + value + "Accessors() {",
                "        super("
                        + properties.stream().map(p -> quoted(p.name())).collect(Collectors.joining(", ")) + ");",
                "    }",
                "",
                ids.isEmpty() || properties.stream().noneMatch(Property::freeId) ? "" : goesWith(ids),
                "    @Override",
                "    public boolean isComplete(" + value + " value) {",
                "        return " + allSet(properties, p -> "value." + p.accessor() + "()") + ";",
                "    }",
                "",
                "    @Override",
                "    public <E extends Exception> boolean each(" + value + " value, Visitor<E> visitor) throws E {",
                visits(properties) + "        var unknown = value.properties();",
                "        if (!unknown.isEmpty()) {",
                "            visitor.unknown(unknown);",
                "        }",
                "        return " + allSet(properties, p -> "p" + properties.indexOf(p)) + ";",
                "    }",
                "}",
                "");
    }

    private static String goesWith(List<String> ids) {
        return String.join(
                "\n",
                "    @Override",
                "    public boolean goesWith(String id) {",
                "        return "
                        + ids.stream()
                                .map(id -> "id.equals(" + quoted(id) + ")")
                                .collect(Collectors.joining(" || ")) + ";",
                "    }",
                "");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** The condition that what is required is there, each property as one expression. */
    private static String allSet(List<Property> properties, Function<Property, String> expression) {
        return properties.stream()
                .filter(Property::required)
                .map(p -> expression.apply(p) + " != null")
                .reduce((a, b) -> a + " && " + b)
                .orElse("true");
    }

    private static String visits(List<Property> properties) {
        StringBuilder visits = new StringBuilder();
        for (int i = 0; i < properties.size(); i++) {
            Property p = properties.get(i);
            visits.append(String.join(
                    "\n",
                    "        var p" + i + " = value." + p.accessor() + "();",
                    "        if (p" + i + " != null" + (p.passedEmpty() ? "" : " && !p" + i + ".isEmpty()") + ") {",
                    "            visitor." + p.visit() + "(" + i + ", p" + i + ");",
                    "        }",
                    ""));
        }
        return visits.toString();
    }
}
