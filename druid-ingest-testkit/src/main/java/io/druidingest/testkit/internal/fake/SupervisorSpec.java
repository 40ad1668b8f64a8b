package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The spec of a supervisor as Druid keeps it: with its defaults, in its spelling. Immutable. */
class SupervisorSpec {

    private final String id;
    private final String dataSource;
    private final String source;
    private final ObjectNode json;

    /** @param source what it reads from; empty if that is no stream */
    SupervisorSpec(String id, String dataSource, String source, ObjectNode json) {
        this.id = id;
        this.dataSource = dataSource;
        this.source = source;
        this.json = json;
    }

    final String id() {
        return id;
    }

    final String type() {
        return json.path("type").asText();
    }

    final String dataSource() {
        return dataSource;
    }

    /** The stream that it reads; empty if it reads none. */
    final String source() {
        return source;
    }

    /** A copy, as Druid tells it. */
    final ObjectNode json() {
        return json.deepCopy();
    }

    final boolean isSuspended() {
        return json.path("suspended").asBoolean();
    }

    /** The same, suspended or not. */
    final SupervisorSpec suspended(boolean suspended) {
        return with(json().put("suspended", suspended));
    }

    /** One of the same class, with other JSON. */
    SupervisorSpec with(ObjectNode changed) {
        return new SupervisorSpec(id, dataSource, source, changed);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof SupervisorSpec && ((SupervisorSpec) other).json.equals(json);
    }

    @Override
    public final int hashCode() {
        return json.hashCode();
    }
}
