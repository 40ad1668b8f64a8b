package io.druidingest.validation;

/** Checks the names that become part of Druid's URLs and paths: of datasources and tasks. */
public final class Identifiers {

    private Identifiers() {}

    /** Reports a name that Druid refuses. */
    public static void check(String id, Findings at) {
        if (id.isEmpty()) {
            at.report(Rules.ILLEGAL_ID, "is empty; give it a name");
        } else if (id.startsWith(".")) {
            at.report(Rules.ILLEGAL_ID, "\"" + id + "\" starts with a dot; drop it");
        } else if (id.contains("/")) {
            at.report(Rules.ILLEGAL_ID, "\"" + id + "\" has a slash; replace it, for example by a dash");
        } else {
            for (int i = 0; i < id.length(); i++) {
                if (isIllegal(id.charAt(i))) {
                    at.report(
                            Rules.ILLEGAL_ID,
                            String.format("has the character U+%04X at position %d; remove it", (int) id.charAt(i), i));
                    return;
                }
            }
        }
    }

    /** The alphabet that Druid and ZooKeeper agree on. */
    private static boolean isIllegal(char c) {
        return c <= 31 || (c >= 127 && c <= 159) || (c >= 0xD800 && c <= 0xF8FF) || c >= 0xFFF0;
    }
}
