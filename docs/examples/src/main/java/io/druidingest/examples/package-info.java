/** Programs to read and to run: {@link io.druidingest.examples.Quickstart} first. */
@NullMarked
package io.druidingest.examples;

import org.jspecify.annotations.NullMarked;
