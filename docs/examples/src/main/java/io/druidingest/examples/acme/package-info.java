/** Types of one's own, as {@code docs/custom-types.md} shows them. */
@NullMarked
package io.druidingest.examples.acme;

import org.jspecify.annotations.NullMarked;
