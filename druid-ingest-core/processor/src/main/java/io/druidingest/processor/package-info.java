/** What the build of the language makes of its value types, besides what Immutables makes. Not published. */
@NullMarked
package io.druidingest.processor;

import org.jspecify.annotations.NullMarked;
