package io.druidingest.schema;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import org.jspecify.annotations.Nullable;

/** Checks the sizes of sketches. An absent one is fine. */
final class SketchSizes {

    private SketchSizes() {}

    static void between(@Nullable Integer size, int least, int most, Findings at) {
        if (size != null && (size < least || size > most)) {
            at.report(Rules.SKETCH_SIZE, "is " + size + "; choose one from " + least + " to " + most);
        }
    }

    static void powerOfTwo(@Nullable Integer size, int least, int most, Findings at) {
        if (size != null && (size < least || size > most || Integer.bitCount(size) != 1)) {
            at.report(Rules.SKETCH_SIZE, "is " + size + "; choose a power of two from " + least + " to " + most);
        }
    }
}
