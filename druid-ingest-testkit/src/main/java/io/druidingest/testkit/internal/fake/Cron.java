package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cron expression of Unix or Quartz, in UTC: lists, ranges, steps and names; not the signs L, W and # of Quartz. Immutable. */
final class Cron {

    private static final Map<String, String> NICKNAMES = Map.of(
            "@hourly", "0 * * * *",
            "@midnight", "0 0 * * *",
            "@daily", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@annually", "0 0 1 1 *",
            "@yearly", "0 0 1 1 *");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int YEARS = 8;

    private final boolean isQuartz;
    private final BitSet seconds;
    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean anyDay;
    private final boolean anyWeekday;

    private Cron(String type, String schedule) {
        isQuartz = type.equals("quartz");
        String[] fields = NICKNAMES.getOrDefault(schedule, schedule).trim().split("\\s+", -1);
        int first = isQuartz ? 1 : 0;
        if (fields.length != 5 + first && fields.length != 5 + 2 * first) {
            String name = isQuartz ? "Quartz" : "Unix";
            throw new Refusal(Errors.error(
                    400,
                    "Cannot construct instance of `org.apache.druid.indexing.scheduledbatch." + name
                            + "CronSchedulerConfig`, problem: " + name + " schedule[" + schedule
                            + "] is invalid: [Cron expression contains " + fields.length
                            + " parts but we expect one of [" + (isQuartz ? "6, 7" : "5") + "]]"));
        }
        try {
            seconds = field(isQuartz ? fields[0] : "0", 0, 59, List.of(), 0);
            minutes = field(fields[first], 0, 59, List.of(), 0);
            hours = field(fields[first + 1], 0, 23, List.of(), 0);
            days = field(fields[first + 2], 1, 31, List.of(), 0);
            months = field(fields[first + 3], 1, 12, MONTHS, 1);
            weekdays = field(fields[first + 4], isQuartz ? 1 : 0, 7, DAYS, isQuartz ? 1 : 0);
        } catch (NumberFormatException e) {
            throw new Refusal(Errors.invalidInput(
                    "this Druid is a fake, which cannot read the schedule [" + schedule + "]: " + e.getMessage()));
        }
        anyDay = isAny(fields[first + 2]);
        anyWeekday = isAny(fields[first + 4]);
    }

    /** Reads a {@code schedulerConfig}; refuses, as Druid does, what has too many parts or too few. */
    static Cron of(JsonNode config) {
        return new Cron(config.path("type").asText(), config.path("schedule").asText());
    }

    private static boolean isAny(String field) {
        return field.equals("*") || field.equals("?");
    }

    private static BitSet field(String field, int least, int most, List<String> names, int firstName) {
        BitSet set = new BitSet();
        for (String part : field.split(",", -1)) {
            String[] step = part.split("/", 2);
            String[] range = step[0].split("-", 2);
            int from = isAny(step[0]) ? least : number(range[0], names, firstName);
            boolean open = isAny(step[0]) || (range.length == 1 && step.length == 2);
            int to = open ? most : number(range[range.length - 1], names, firstName);
            int by = step.length == 2 ? Integer.parseInt(step[1]) : 1;
            for (int i = from; i <= to; i += Math.max(1, by)) {
                set.set(i);
            }
        }
        return set;
    }

    private static int number(String text, List<String> names, int firstName) {
        int name = names.indexOf(text.toUpperCase(Locale.ROOT));
        return name < 0 ? Integer.parseInt(text) : name + firstName;
    }

    /** The next time after this one; null if there is none for years. */
    @Nullable Instant next(Instant after) {
        LocalDateTime at = LocalDateTime.ofInstant(after, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(1);
        LocalDateTime limit = at.plusYears(YEARS);
        while (at.isBefore(limit)) {
            if (!months.get(at.getMonthValue())) {
                at = at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
            } else if (!isDay(at)) {
                at = at.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!hours.get(at.getHour())) {
                at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!minutes.get(at.getMinute())) {
                at = at.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
            } else if (!seconds.get(at.getSecond())) {
                at = at.plusSeconds(1);
            } else {
                return at.toInstant(ZoneOffset.UTC);
            }
        }
        return null;
    }

    /** Where both the day and the weekday are given, either will do. */
    private boolean isDay(LocalDateTime at) {
        boolean day = days.get(at.getDayOfMonth());
        int sundayIs0 = at.getDayOfWeek().getValue() % 7;
        boolean weekday =
                isQuartz ? weekdays.get(sundayIs0 + 1) : weekdays.get(sundayIs0) || (sundayIs0 == 0 && weekdays.get(7));
        return anyDay ? weekday : anyWeekday ? day : day || weekday;
    }
}
