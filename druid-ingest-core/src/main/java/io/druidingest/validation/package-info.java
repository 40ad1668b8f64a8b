/**
 * What can be wrong with a spec, and how it is told.
 *
 * <p>{@link io.druidingest.validation.Rules} lists every rule; a broken one becomes a
 * {@link io.druidingest.validation.Violation} with its path, and all violations of a spec together one
 * {@link io.druidingest.validation.SpecValidationException}. A value states its own rules in
 * {@link io.druidingest.validation.Checked#check}.
 */
@NullMarked
package io.druidingest.validation;

import org.jspecify.annotations.NullMarked;
