package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.unit.Interval;

/** A lock that a group of tasks holds on a time of a datasource. */
public final class TaskLock extends Answer {

    private TaskLock(JsonNode json) {
        super(json);
    }

    /** The lock that this JSON tells. */
    public static TaskLock of(JsonNode json) {
        return new TaskLock(json);
    }

    /** How it goes with others, in Druid's words: {@code EXCLUSIVE}, {@code SHARED}, {@code APPEND} or {@code REPLACE}. */
    public String type() {
        return text("type");
    }

    /** The tasks that hold it: mostly the id of the one whose sub-tasks they are. */
    public String groupId() {
        return text("groupId");
    }

    /** The datasource. */
    public String dataSource() {
        return text("dataSource");
    }

    /** The time. */
    public Interval interval() {
        return Interval.of(text("interval"));
    }

    /** The version that segments get which are written under it. */
    public String version() {
        return text("version");
    }

    /** Which of two locks gives way: that of the lower priority. */
    public int priority() {
        return json().path("priority").asInt();
    }

    /** Whether it was taken away for one of a higher priority; its tasks are about to fail. */
    public boolean isRevoked() {
        return json().path("revoked").asBoolean();
    }
}
