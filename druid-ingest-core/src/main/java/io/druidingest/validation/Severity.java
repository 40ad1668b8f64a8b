package io.druidingest.validation;

/** What a broken rule leads to. */
public enum Severity {
    /** Druid would refuse the spec, fail the task, or silently do something else; {@code build()} throws. */
    ERROR,
    /** Druid accepts and does it, and users usually regret it; {@code warnings()} lists it, nothing throws. */
    WARNING
}
