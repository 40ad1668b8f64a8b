/** AssertJ assertions, from {@link io.druidingest.testkit.assertj.DruidAssertions}. Needs AssertJ on the class path. */
@NullMarked
package io.druidingest.testkit.assertj;

import org.jspecify.annotations.NullMarked;
