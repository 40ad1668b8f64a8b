package io.druidingest.spec;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what is surely wrong in a cron expression: fields, signs and numbers. Names of days and months pass. */
final class CronCheck {

    private static final Set<String> NICKNAMES =
            Set.of("@hourly", "@midnight", "@daily", "@weekly", "@monthly", "@annually", "@yearly");

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    /** Least and greatest number of each field. */
    private static final int[][] UNIX = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};

    private static final int[][] QUARTZ = {{0, 59}, {0, 59}, {0, 23}, {1, 31}, {1, 12}, {1, 7}};

    private CronCheck() {}

    static void check(String type, String schedule, Findings at) {
        String problem = type.equals("unix") ? unix(schedule.trim()) : quartz(schedule.trim());
        if (problem != null) {
            at.report(Rules.CRON_SCHEDULE, "\"" + schedule + "\" " + problem);
        }
    }

    private static @Nullable String unix(String schedule) {
        if (schedule.startsWith("@")) {
            return NICKNAMES.contains(schedule) ? null : "is none of " + NICKNAMES + "; write one of them";
        }
        String[] fields = schedule.split("\\s+", -1);
        if (fields.length != 5) {
            return "has " + fields.length + " fields; write minute, hour, day, month and weekday";
        }
        if (schedule.matches(".*[?#].*")) {
            return "has a sign that only quartz knows; use CronSchedulerConfig.quartz(..)";
        }
        return outOfRange(fields, UNIX);
    }

    private static @Nullable String quartz(String schedule) {
        String[] fields = schedule.split("\\s+", -1);
        if (fields.length != 6 && fields.length != 7) {
            return "has " + fields.length + " fields; write second, minute, hour, day, month, weekday and perhaps year";
        }
        if (fields[3].equals("?") == fields[5].equals("?")) {
            return "says day and weekday both, or neither; write ? for one of them";
        }
        return outOfRange(fields, QUARTZ);
    }

    private static @Nullable String outOfRange(String[] fields, int[][] ranges) {
        for (int i = 0; i < ranges.length; i++) {
            for (String part : fields[i].split(",", -1)) {
                Matcher numbers = NUMBERS.matcher(part);
                if (numbers.matches()
                        && (outside(numbers.group(1), ranges[i]) || outside(numbers.group(2), ranges[i]))) {
                    return "has " + part + " where it takes " + ranges[i][0] + " to " + ranges[i][1] + "; mend it";
                }
            }
        }
        return null;
    }

    private static boolean outside(@Nullable String number, int[] range) {
        return number != null && (Integer.parseInt(number) < range[0] || Integer.parseInt(number) > range[1]);
    }
}
