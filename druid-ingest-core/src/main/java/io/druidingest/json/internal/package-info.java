/** What generated code and the code that uses it agree on. */
@NullMarked
package io.druidingest.json.internal;

import org.jspecify.annotations.NullMarked;
