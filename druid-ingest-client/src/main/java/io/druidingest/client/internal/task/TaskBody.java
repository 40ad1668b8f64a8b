package io.druidingest.client.internal.task;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import io.druidingest.client.internal.http.Json;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a task as it is submitted: under an id, and with its fingerprint in the context, in place of what it has there.
 * It is written in one go, since a tree of it would cost more than sending it does.
 */
final class TaskBody extends JsonGeneratorDelegate {

    private static final String ID = "id";
    private static final String CONTEXT = "context";
    private static final int USUAL_SIZE = 4_096;

    private final String id;
    private final String fingerprint;

    private int depth;
    private boolean inContext;
    private boolean hasId;
    private boolean hasContext;
    private boolean hasFingerprint;
    /** What is written in place of the value that comes next. */
    private @Nullable String instead;

    private TaskBody(JsonGenerator out, String id, String fingerprint) {
        super(out, false);
        this.id = id;
        this.fingerprint = fingerprint;
    }

    static byte[] of(Task task, String id, String fingerprint) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator out = new TaskBody(Json.generator(body), id, fingerprint)) {
            SpecJson.write(task, out);
        } catch (IOException e) {
            throw new IllegalStateException("a value of this library must be writable: " + task.label(), e);
        }
        return body.toByteArray();
    }

    @Override
    public void writeStartObject() throws IOException {
        deeper();
        super.writeStartObject();
    }

    @Override
    public void writeStartObject(Object value) throws IOException {
        deeper();
        super.writeStartObject(value);
    }

    @Override
    public void writeStartObject(Object value, int size) throws IOException {
        deeper();
        super.writeStartObject(value, size);
    }

    private void deeper() {
        depth++;
        instead = null; // what stands there is no text, and stays
    }

    @Override
    public void writeEndObject() throws IOException {
        if (depth == 2 && inContext && !hasFingerprint) {
            delegate.writeStringField(Submission.FINGERPRINT, fingerprint);
        }
        if (depth == 1 && !hasId) {
            delegate.writeStringField(ID, id);
        }
        if (depth == 1 && !hasContext) {
            delegate.writeObjectFieldStart(CONTEXT);
            delegate.writeStringField(Submission.FINGERPRINT, fingerprint);
            delegate.writeEndObject();
        }
        depth--;
        super.writeEndObject();
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        at(name);
        super.writeFieldName(name);
    }

    @Override
    public void writeFieldName(SerializableString name) throws IOException {
        at(name.getValue());
        super.writeFieldName(name);
    }

    private void at(String name) {
        if (depth > 2) {
            return;
        }
        instead = null;
        if (depth == 1) {
            inContext = name.equals(CONTEXT);
            hasContext |= inContext;
            if (name.equals(ID)) {
                hasId = true;
                instead = id;
            }
        } else if (depth == 2 && inContext && name.equals(Submission.FINGERPRINT)) {
            hasFingerprint = true;
            instead = fingerprint;
        }
    }

    @Override
    public void writeString(String value) throws IOException {
        String written = instead == null ? value : instead;
        instead = null;
        super.writeString(written);
    }
}
