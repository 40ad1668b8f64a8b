package io.druidingest.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.Golden;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/validation.md} is made from {@link Rules} and the cases that break them. */
class ValidationPageTest {

    private static final Pattern LINE = Pattern.compile("// --- (.*) ---|public static final Rule (\\w+)");

    private static final String INTRO = "# Validation\n\n"
            + "<!-- Made from the rules and their tests; ./mvnw test -pl druid-ingest-core -Dtest=ValidationPageTest"
            + " -Ddruidingest.update=true writes it anew. -->\n\n"
            + "Every rule of the library, by the part of a spec that it is about. `build()` and `SpecJson.read` throw a"
            + " `SpecValidationException` that\nlists every broken ERROR rule at once: Druid would refuse the spec, fail"
            + " it, or silently do something else. A WARNING is what Druid\ntakes and users regret; `warnings()` of a"
            + " task lists them. Ids are stable: match on `violation.rule().id()`.\n";

    @Test
    void tellsEveryRule() throws ReflectiveOperationException {
        Map<String, RuleCase> cases =
                RuleCase.all().collect(Collectors.toMap(c -> c.rule, c -> c, (a, b) -> a, LinkedHashMap::new));
        StringBuilder page = new StringBuilder(INTRO);
        Set<String> ids = new HashSet<>();
        Matcher m = LINE.matcher(Golden.read("druid-ingest-core/src/main/java/io/druidingest/validation/Rules.java"));
        while (m.find()) {
            if (m.group(1) != null) {
                page.append("\n## ").append(capitalized(m.group(1))).append('\n');
            } else {
                Rule rule = (Rule) Rules.class.getField(m.group(2)).get(null);
                assertThat(ids.add(rule.id()))
                        .as("%s is the id of one rule", rule)
                        .isTrue();
                page.append(entry(rule, cases.get(rule.id())));
            }
        }
        assertThat(ids).hasSize(Rules.class.getFields().length);
        Golden.check("docs/validation.md", page.toString());
    }

    private static String entry(Rule rule, RuleCase example) {
        String text = "\n### " + rule.id() + "\n\n" + rule.severity() + ". " + rule.summary()
                + " [Druid's documentation](https://druid.apache.org/docs/latest/" + rule.docs() + ")\n";
        if (example == null) {
            return text;
        }
        List<Violation> found = example.findings().stream()
                .filter(v -> v.rule().id().equals(rule.id()))
                .collect(Collectors.toList());
        String change = example.set.properties().stream()
                .map(e -> e.getValue().isNull() ? "without " + e.getKey() : e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining("\n"));
        return text + "\n```text\n" + change + "\n\n"
                + found.stream().map(Violation::toString).collect(Collectors.joining("\n")) + "\n```\n";
    }

    private static String capitalized(String section) {
        return section.substring(0, 1).toUpperCase(Locale.ROOT) + section.substring(1);
    }
}
