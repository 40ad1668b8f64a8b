package io.druidingest.testkit.faults;

import java.util.regex.Pattern;

/** A request that the client makes for a task. */
enum Phase {
    SUBMIT("POST /druid/indexer/v1/task HTTP/1.1"),
    /** Asked only if it turns out that Druid has the task already. */
    PAYLOAD("GET /druid/indexer/v1/task/[^/]+ HTTP/1.1"),
    STATUS("POST /druid/indexer/v1/taskStatus HTTP/1.1"),
    REPORT("GET /druid/indexer/v1/task/[^/]+/reports HTTP/1.1");

    private final Pattern firstLine;

    Phase(String firstLine) {
        this.firstLine = Pattern.compile(firstLine);
    }

    boolean is(String line) {
        return firstLine.matcher(line).matches();
    }
}
