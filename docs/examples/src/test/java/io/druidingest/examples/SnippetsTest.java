package io.druidingest.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the texts show is what the code does. */
class SnippetsTest {

    private static final String CODE = Snippets.allCode();

    static List<Path> texts() {
        return Snippets.texts();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void eachJavaBlockStandsInCodeThatIsCompiledAndRun(Path text) {
        assertThat(Snippets.blocks(text, "java")).allSatisfy(block -> {
            String found = CODE.contains(Snippets.squeezed(block)) ? block : "not in any source file";
            assertThat(found).isEqualTo(block);
        });
    }

    @Test
    void theFirstTwoCommandsAreOneLineEach() {
        Path readme = texts().stream()
                .filter(p -> p.endsWith("README.md"))
                .findFirst()
                .orElseThrow();
        assertThat(Snippets.blocks(readme, "sh").subList(0, 2))
                .containsExactly("./mvnw compile -Pquickstart\n", "./mvnw verify\n");
    }
}
