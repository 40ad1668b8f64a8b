package io.druidingest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Teaches Jackson the families of this library and the time types in Druid's spelling. */
final class SpecModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    SpecModule() {
        super("druid-ingest");
        addSerializer(Instant.class, ToStringSerializer.instance);
        addDeserializer(Instant.class, new InstantReader());
        addSerializer(Duration.class, new DurationWriter());
        addDeserializer(Duration.class, new DurationReader(false));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Families());
    }

    private static final class Families extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription bean) {
            Variants family = Variants.of(type.getRawClass());
            return family == null ? null : new FamilyReader(type.getRawClass(), family);
        }
    }

    /** Druid's DateTime: an ISO string, or a number of milliseconds since 1970. */
    private static final class InstantReader extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser p, DeserializationContext context) throws IOException {
            if (p.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return Instant.ofEpochMilli(p.getLongValue());
            }
            if (p.hasToken(JsonToken.VALUE_STRING)) {
                try {
                    return IsoTime.parse(p.getText());
                } catch (DateTimeException | ArithmeticException e) {
                    return (Instant) context.handleWeirdStringValue(
                            Instant.class, p.getText(), "write an ISO-8601 time such as 2026-01-31T00:00:00Z");
                }
            }
            return (Instant) context.handleUnexpectedToken(Instant.class, p);
        }
    }

    /** Druid's Period and Duration: an ISO string, or a number of milliseconds; a number alone where Druid has one. */
    private static final class DurationReader extends StdScalarDeserializer<Duration>
            implements ContextualDeserializer {

        private static final long serialVersionUID = 1L;

        private final boolean millis;

        DurationReader(boolean millis) {
            super(Duration.class);
            this.millis = millis;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new DurationReader(findFormatOverrides(context, property, Duration.class)
                    .getShape()
                    .isNumeric());
        }

        @Override
        public @Nullable Duration deserialize(JsonParser p, DeserializationContext context) throws IOException {
            if (p.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return Duration.ofMillis(p.getLongValue());
            }
            if (p.hasToken(JsonToken.VALUE_STRING) && !millis) {
                try {
                    return IsoDuration.parse(p.getText());
                } catch (DateTimeException | NumberFormatException e) {
                    return (Duration) context.handleWeirdStringValue(
                            Duration.class, p.getText(), "write an ISO-8601 duration such as PT1H");
                }
            }
            return (Duration) context.handleUnexpectedToken(millis ? Long.class : Duration.class, p);
        }
    }

    /** An ISO string. */
    private static final class DurationWriter extends StdScalarSerializer<Duration> {

        private static final long serialVersionUID = 1L;

        DurationWriter() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator out, SerializerProvider context) throws IOException {
            out.writeString(IsoDuration.write(value));
        }
    }
}
