package io.druidingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is made from the code. Run the tests with {@code -Ddruidingest.update=true} to write it. */
public final class Golden {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Golden() {}

    /** Compares, or writes if told so. */
    public static void check(String file, String content) {
        Path path = ROOT.resolve(file);
        try {
            if (Boolean.getBoolean("druidingest.update")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, content);
            }
            assertThat(Files.exists(path) ? Files.readString(path) : "")
                    .as("%s is out of date; write it with -Ddruidingest.update=true", file)
                    .isEqualTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file of the repository. */
    public static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
