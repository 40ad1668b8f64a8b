package io.druidingest.testkit.internal.localdruid;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.child.Mirror;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Runs beside Druid's jars and nothing else: reads JSON as an Overlord reads it, with its own mapper, and tells what
 * came of it. A line in is {@code kind<TAB>json}; a line out says what Druid refused, which properties it did not know,
 * and what it writes back.
 */
public final class DruidReaderMain {

    /** What can stand in a line, and what Druid calls it. */
    private static final Map<String, String> KINDS = Map.of(
            "task", "org.apache.druid.indexing.common.task.Task",
            "supervisor", "org.apache.druid.indexing.overlord.supervisor.SupervisorSpec",
            "rule", "org.apache.druid.server.coordinator.rules.Rule",
            "compactionConfig", "org.apache.druid.server.coordinator.DataSourceCompactionConfig",
            "clusterCompactionConfig", "org.apache.druid.server.coordinator.ClusterCompactionConfig");

    private final ObjectMapper mapper;
    private final List<String> unknown = new ArrayList<>();

    private DruidReaderMain(ObjectMapper druids) {
        this.mapper = druids.copy();
        mapper.registerModule(new SimpleModule("strict") {
            @Override
            public void setupModule(SetupContext context) {
                context.addBeanDeserializerModifier(new AskAll());
            }
        });
        mapper.addHandler(new Note());
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES); // the handler hears of them first
    }

    public static void main(String[] workDirectory) throws Exception {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        EmptyModules.defineMissing();
        DruidReaderMain reader = new DruidReaderMain(overlordsMapper(workDirectory[0]));
        answers.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int tab = line.indexOf('\t');
            answers.println(reader.read(line.substring(0, tab), line.substring(tab + 1)));
        }
        Runtime.getRuntime().halt(0); // whatever threads Druid has left
    }

    /** The mapper of an Overlord that is put together and never started. */
    private static ObjectMapper overlordsMapper(String workDirectory) throws Exception {
        Properties properties = new Properties();
        for (String name : List.of("common", "coordinator")) {
            try (InputStream in = RoleBoot.class.getResourceAsStream(name + ".properties")) {
                properties.load(in);
            }
        }
        properties.replaceAll((name, value) -> value.toString()
                .replace("${work}", workDirectory)
                .replaceAll("\\$\\{port\\.[a-z]+}", "1")
                .trim());
        properties.setProperty("druid.plaintextPort", "1");
        properties.setProperty("druid.ingestion.http.allowedHeaders", "[\"key\"]");
        Object injector = RoleBoot.injector(Role.COORDINATOR, properties);
        Class<?> json = Mirror.type("org.apache.druid.guice.annotations.Json");
        for (Object key : ((Map<?, ?>) Mirror.call(injector, "getAllBindings")).keySet()) {
            if (Mirror.call(Mirror.call(key, "getTypeLiteral"), "getRawType") == ObjectMapper.class
                    && Mirror.call(key, "getAnnotationType") == json) {
                return (ObjectMapper) Mirror.call(injector, "getInstance", key);
            }
        }
        throw new IllegalStateException("no mapper is bound");
    }

    private ObjectNode read(String kind, String text) {
        ObjectNode answer = mapper.createObjectNode();
        unknown.clear();
        try {
            Class<?> type = Mirror.type(KINDS.getOrDefault(kind, kind));
            Object value = mapper.readValue(text, type);
            answer.set("back", back(mapper.writerFor(type).writeValueAsString(value)));
        } catch (JsonProcessingException e) {
            answer.put("refused", e.getMessage());
        } catch (Throwable e) { // whatever Druid's constructors throw
            answer.put("refused", e.toString());
        }
        unknown.forEach(answer.withArray("unknown")::add);
        return answer;
    }

    private JsonNode back(String text) throws IOException {
        return mapper.readTree(text);
    }

    /** Some classes ask for silence about properties that they do not know. */
    private static final class AskAll extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public BeanDeserializerBuilder updateBuilder(
                DeserializationConfig config, BeanDescription bean, BeanDeserializerBuilder builder) {
            builder.setIgnoreUnknownProperties(false);
            return builder;
        }
    }

    private final class Note extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object bean,
                String name)
                throws IOException {
            Class<?> type = bean instanceof Class ? (Class<?>) bean : bean.getClass();
            unknown.add(type.getSimpleName() + "." + name);
            parser.skipChildren();
            return true;
        }
    }
}
