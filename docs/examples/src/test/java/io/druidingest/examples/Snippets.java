package io.druidingest.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of this repository, and the code in them. */
final class Snippets {

    /** Maven runs the tests in the folder of the module, which is {@code docs/examples}. */
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    static final String README = read(ROOT.resolve("README.md"));

    private static final Pattern FENCE = Pattern.compile("^```(\\w+)\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    private Snippets() {}

    /** The README and all guides; decisions are history, and the design tells of what is not there yet. */
    static List<Path> texts() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"), 1)) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(p -> p.toString().endsWith(".md") && !p.endsWith("design.md"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of a language in a text. */
    static List<String> blocks(Path text, String language) {
        List<String> blocks = new ArrayList<>();
        Matcher m = FENCE.matcher(read(text));
        while (m.find()) {
            if (m.group(1).equals(language)) {
                blocks.add(m.group(2));
            }
        }
        return blocks;
    }

    /** All code of the published modules and of this one, without white space and comments to the end of a line. */
    static String allCode() {
        try (Stream<Path> files = Stream.of(
                        "docs/examples", "druid-ingest-core", "druid-ingest-client", "druid-ingest-testkit")
                .map(module -> ROOT.resolve(module).resolve("src"))
                .flatMap(Snippets::javaFiles)) {
            return files.map(Snippets::read).map(Snippets::squeezed).collect(Collectors.joining("\n"));
        }
    }

    static String squeezed(String code) {
        return code.replaceAll("(?m)\\s//.*$", "").replaceAll("\\s+", "");
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(p -> p.toString().endsWith(".java")).collect(Collectors.toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
