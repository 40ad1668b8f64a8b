package io.druidingest.input;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The rules that all cloud storages share. */
final class CloudObjects {

    private CloudObjects() {}

    static void check(String scheme, CloudInputSource source, Findings at) {
        long given = Stream.of(source.uris(), source.prefixes(), source.objects())
                .filter(l -> !l.isEmpty())
                .count();
        if (given == 0) {
            at.report(Rules.NOTHING_TO_READ, "needs uris, prefixes or objects");
        } else if (given > 1) {
            at.report(Rules.ONE_LISTING, "has more than one of uris, prefixes and objects; keep one");
        }
        checkScheme(scheme, source.uris(), at.at("uris"));
        checkScheme(scheme, source.prefixes(), at.at("prefixes"));
        String objectGlob = source.objectGlob();
        if (objectGlob != null && !isGlob(objectGlob)) {
            at.at("objectGlob").report(Rules.OBJECT_GLOB, "leaves a bracket, brace or backslash open; close it");
        }
        SystemField.check(source.systemFields(), true, at.at("systemFields"));
    }

    private static void checkScheme(String scheme, List<URI> uris, Findings at) {
        for (int i = 0; i < uris.size(); i++) {
            if (!scheme.equalsIgnoreCase(uris.get(i).getScheme())) {
                at.at(i).report(Rules.URI_PROTOCOL, "does not start with " + scheme + "://; let it");
            }
        }
    }

    /** Whether Java would take it for a glob: all brackets and braces closed, no brace in a brace. */
    private static boolean isGlob(String text) {
        boolean brace = false;
        boolean bracket = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (bracket) {
                bracket = c != ']';
            } else if (c == '\\') {
                i++;
                if (i == text.length()) {
                    return false;
                }
            } else if (c == '{') {
                if (brace) {
                    return false;
                }
                brace = true;
            } else if (c == '}') {
                brace = false;
            } else {
                bracket = c == '[';
            }
        }
        return !brace && !bracket;
    }
}
