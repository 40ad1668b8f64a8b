package io.druidingest.testkit.internal.fake.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what was probably meant. */
final class Nearest {

    private Nearest() {}

    /** {@code "; did you mean x?"}, or what there is, or that there is nothing. */
    static String hint(String word, Collection<String> known) {
        return to(word, known).map(w -> "; did you mean " + w + "?").orElse("; there is none");
    }

    static Optional<String> to(String word, Collection<String> known) {
        return new TreeSet<>(known).stream().min(Comparator.comparingInt(w -> distance(word, w)));
    }

    /** How many letters have to be changed, added or left out. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
