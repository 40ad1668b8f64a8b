/**
 * Where rows come from and how they are written: {@link io.druidingest.input.InputSource} and
 * {@link io.druidingest.input.InputFormat}.
 */
@NullMarked
package io.druidingest.input;

import org.jspecify.annotations.NullMarked;
