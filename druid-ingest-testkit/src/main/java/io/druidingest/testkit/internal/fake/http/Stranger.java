package io.druidingest.testkit.internal.fake.http;

import java.util.Collection;

/** Something in a request that Druid does not know, and would ignore without a word. Immutable. */
public final class Stranger {

    private final String kind;
    private final String path;
    private final String hint;

    private Stranger(String kind, String path, String hint) {
        this.kind = kind;
        this.path = path;
        this.hint = hint;
    }

    static Stranger parameter(String name, Collection<String> known) {
        return new Stranger("query parameter", name, Nearest.hint(name, known));
    }

    static Stranger key(String name, Collection<String> known) {
        return new Stranger("body key", name, Nearest.hint(name, known));
    }

    /**
     * A key of the body.
     *
     * @param path where it stands, for example {@code spec.ioConfig.inputSorce}
     * @param hint what was probably meant, for example {@code "did you mean inputSource?"}
     */
    public static Stranger key(String path, String hint) {
        return new Stranger("body key", path, "; " + hint);
    }

    /** The same in a body of which this body is a part. */
    Stranger in(String prefix) {
        return new Stranger(kind, prefix + (path.startsWith("[") ? "" : ".") + path, hint);
    }

    /** Whether this is its name, or its whole path. */
    boolean isCalled(String name) {
        return path.equals(name) || path.endsWith("." + name);
    }

    /** What it is, where it stands, and what was probably meant. */
    @Override
    public String toString() {
        return kind + " " + path + hint;
    }
}
