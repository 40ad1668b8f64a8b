package io.druidingest.validation;

/** A value that can tell what is wrong with it. */
public interface Checked {

    /**
     * Reports every rule that this value breaks.
     *
     * <p>Called for the values below this one first, and only when this value and all below it are complete and well
     * formed: a rule never meets a null that the type does not allow.
     *
     * @param at where this value stands; {@code at.at("name")} is its property {@code name}
     */
    default void check(Findings at) {}
}
