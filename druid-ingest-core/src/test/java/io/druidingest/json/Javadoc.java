package io.druidingest.json;

import io.druidingest.Golden;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sources say about a type and, in its builder, about each property. */
final class Javadoc implements JsonSchema.Descriptions {

    private static final Pattern COMMENT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+((?:@[^\\n]*\\n\\s*)*)([^\\n]*)", Pattern.DOTALL);
    private static final Pattern SETTER = Pattern.compile("(?:public abstract )?(?:Builder|B) (\\w+)\\(.*");

    private final Map<Class<?>, Map<String, String>> known = new HashMap<>();

    @Override
    public String of(Class<?> type, String property) {
        return type.getName().startsWith("io.druidingest.")
                ? own(type).getOrDefault(property == null ? "" : property, inherited(type, property))
                : null;
    }

    /** What a type shares with others is told where they share it. */
    private String inherited(Class<?> type, String property) {
        return Arrays.stream(type.getInterfaces())
                .map(i -> property == null ? null : of(i, property))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> own(Class<?> type) {
        Map<String, String> own = known.get(type);
        if (own == null) {
            own = read(type);
            known.put(type, own);
        }
        return own;
    }

    private static Map<String, String> read(Class<?> type) {
        Map<String, String> texts = new HashMap<>();
        String file = type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        String source = Golden.read("druid-ingest-core/src/main/java/" + file);
        Matcher declared = Pattern.compile("(?m)^[^*\\n]*\\b(class|interface) " + type.getSimpleName() + "\\b")
                .matcher(source);
        if (declared.find()) {
            int from = source.lastIndexOf("/**", declared.start());
            texts.put("", plain(source.substring(from + 3, source.indexOf("*/", from))));
        }
        Matcher m = COMMENT.matcher(source);
        while (m.find()) {
            Matcher setter = SETTER.matcher(m.group(3));
            if (setter.matches()) {
                texts.putIfAbsent(setter.group(1), plain(m.group(1)));
            }
        }
        return texts;
    }

    private static String plain(String comment) {
        return comment.replaceAll("(?m)^\\s*\\*", " ")
                .replaceAll("(?s)\\s@(see|param|throws|return|since)\\s.*", "")
                .replaceAll("\\{@code\\s+([^}]*)}", "$1")
                .replaceAll("\\{@link(?:plain)?\\s+[^}\\s]*\\s([^}]+)}", "$1")
                .replaceAll("\\{@link(?:plain)?\\s+#?([^}]*)}", "$1")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .trim();
    }
}
