package io.druidingest.testkit.internal.fake.http;

/** How much of an answer arrives. */
public enum Delivery {
    /** All of it. */
    WHOLE,
    /** All of it, with a pause in the middle of the body. */
    IN_HALVES,
    /** The head and half of the body; then the connection is lost. */
    HALF,
    /** Nothing: the connection is lost. */
    NOT
}
