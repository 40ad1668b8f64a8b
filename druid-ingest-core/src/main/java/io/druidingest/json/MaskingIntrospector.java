package io.druidingest.json;

import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import org.jspecify.annotations.Nullable;

/** Leaves out of a log whatever is {@link Sensitive}. */
final class MaskingIntrospector extends SpecIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean hasIgnoreMarker(AnnotatedMember m) {
        return m.hasAnnotation(Sensitive.class) || super.hasIgnoreMarker(m);
    }

    @Override
    public @Nullable Boolean hasAnyGetter(Annotated a) {
        return a.hasAnnotation(Sensitive.class) ? Boolean.FALSE : super.hasAnyGetter(a);
    }
}
