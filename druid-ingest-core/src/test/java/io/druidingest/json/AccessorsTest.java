package io.druidingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"schema.StringDimension", "schema.JavascriptMetric", "tuning.IndexSpec"})
    void readsTheSameHoweverOften(String name) throws ReflectiveOperationException {
        SpecObject value = new AnySpec(new Random(1)).of(Class.forName("io.druidingest." + name));
        Shape shape = Shape.of(value.getClass());
        Object[] first = shape.read(value);
        String written = SpecJson.write(value);

        for (int i = 0; i < Accessors.OFTEN; i++) {
            assertThat(shape.read(value)).isEqualTo(first);
        }

        assertThat(first).hasSize(shape.properties().size() + 1);
        for (Shape.Property p : shape.properties()) {
            assertThat(p.in(first)).isEqualTo(p.get(value));
        }
        assertThat(SpecJson.write(value)).isEqualTo(written);
    }
}
