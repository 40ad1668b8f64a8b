package io.druidingest.testkit.junit5;

import io.druidingest.testkit.LocalDruid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What a {@link RealDruid} asks for; equal if one Druid will do for both. */
final class DruidSettings {

    private final String version;
    private final boolean middleManager;
    private final Set<String> extensions;
    private final Map<String, String> properties = new TreeMap<>();

    DruidSettings(RealDruid annotation) {
        version = annotation.version();
        middleManager = annotation.middleManager();
        extensions = new TreeSet<>(List.of(annotation.extensions()));
        for (String property : annotation.properties()) {
            int end = property.indexOf('=');
            if (end < 1) {
                throw new ExtensionConfigurationException(
                        "@RealDruid has the property \"" + property + "\", but takes \"name=value\"");
            }
            properties.put(property.substring(0, end), property.substring(end + 1));
        }
    }

    @RealDruid
    private static final class Usual {}

    /** Those of an annotation that says nothing. */
    static DruidSettings usual() {
        return new DruidSettings(Objects.requireNonNull(Usual.class.getAnnotation(RealDruid.class)));
    }

    LocalDruid.Builder to(LocalDruid.Builder builder) {
        properties.forEach(builder::property);
        extensions.forEach(builder::extension);
        if (middleManager) {
            builder.middleManager();
        }
        return builder.version(version);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DruidSettings && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "Druid " + version + (middleManager ? " with a MiddleManager, " : " with an Indexer, ") + extensions
                + " and " + properties;
    }
}
