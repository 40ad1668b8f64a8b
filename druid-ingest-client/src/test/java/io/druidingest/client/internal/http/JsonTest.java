package io.druidingest.client.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void readsTheValuesOfAnObjectThatHasIdsForNames() throws IOException {
        String answer = "{\"t\u00e4sk 1\": {\"id\": \"t\u00e4sk 1\", \"n\": 1.5}, \"b\": {}, \"c\": null}";
        List<JsonNode> values = new ArrayList<>();

        long count = Json.eachById(new ByteArrayInputStream(answer.getBytes(UTF_8)), values::add);

        assertThat(count).isEqualTo(3);
        assertThat(values).hasToString("[{\"id\":\"t\u00e4sk 1\",\"n\":1.5}, {}, null]");
    }
}
