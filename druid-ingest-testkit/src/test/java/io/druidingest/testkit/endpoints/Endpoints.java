package io.druidingest.testkit.endpoints;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.druidingest.client.internal.endpoint.TaskEndpoints;
import io.druidingest.client.internal.http.Endpoint;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All endpoints of the client: the constants of one package. */
final class Endpoints {

    private static final Map<String, List<Endpoint<?>>> ALL = all();

    private Endpoints() {}

    /** The endpoints by the class that holds them, in the order in which they stand there. */
    static Map<String, List<Endpoint<?>>> byClass() {
        return ALL;
    }

    private static Map<String, List<Endpoint<?>>> all() {
        Map<String, List<Endpoint<?>>> all = new LinkedHashMap<>();
        List<JavaClass> classes = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(TaskEndpoints.class.getPackageName())
                        .stream()
                        .filter(c -> c.getSimpleName().endsWith("Endpoints"))
                        .sorted(Comparator.comparing(JavaClass::getSimpleName))
                        .collect(Collectors.toList());
        for (JavaClass type : classes) {
            all.put(type.getSimpleName(), of(type.reflect()));
        }
        return all;
    }

    private static List<Endpoint<?>> of(Class<?> type) {
        List<Endpoint<?>> endpoints = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == Endpoint.class) {
                field.setAccessible(true);
                try {
                    endpoints.add((Endpoint<?>) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return endpoints;
    }
}
