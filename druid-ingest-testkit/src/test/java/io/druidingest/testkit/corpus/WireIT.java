package io.druidingest.testkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.LocalDruid;
import io.druidingest.testkit.Wire;
import io.druidingest.testkit.junit5.RealDruid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real Druid takes the corpus over HTTP, and what it gives back means the same. */
@RealDruid
class WireIT {

    private static final String VERSION = "33.0.0";
    private static final long SEED = 20261121;
    private static final int RANDOM = 150;

    private static final Corpus CORPUS = new Corpus();

    @BeforeAll
    static void letTasksWait(LocalDruid druid) {
        new Wire(druid).enableWorkers(false);
    }

    @AfterAll
    static void letTasksRun(LocalDruid druid) {
        new Wire(druid).enableWorkers(true);
    }

    @Test
    void whatDruidTakesItGivesBack(LocalDruid druid) {
        Wire wire = new Wire(druid);
        Disagreements disagreements = new Disagreements(VERSION);
        Set<String> types = new TreeSet<>();
        Set<String> properties = new TreeSet<>();
        int posts = 0;
        for (Sample s : CORPUS.packed(VERSION)) {
            if (s.absent(VERSION, CORPUS.recipes()) == null
                    && s.absent("wire", CORPUS.recipes()) == null
                    && s.refusal() == null) {
                posts++;
                types.add(s.type().toString());
                s.shown().forEach(p -> properties.add(p.toString()));
                disagreements.addAll(disagreements(s, wire));
            }
        }
        System.out.printf(
                "Druid %s, HTTP: %d documents, %d type ids, %d optional properties, %d disagreements%n",
                VERSION,
                posts,
                types.size(),
                properties.size(),
                disagreements.unknown().size());
        disagreements.tell();
        assertThat(disagreements.unknown()).isEmpty();
    }

    @Test
    void druidTakesWhateverBuildTakes(LocalDruid druid) {
        Wire wire = new Wire(druid);
        Disagreements disagreements = new Disagreements(VERSION);
        Random random = new Random(SEED);
        for (int posts = 0; posts < RANDOM; ) {
            Sample s = CORPUS.random(random, VERSION);
            if (s.absent("wire", CORPUS.recipes()) == null && s.refusal() == null) {
                posts++;
                disagreements.addAll(disagreements(s, wire));
            }
        }
        System.out.printf(
                "Druid %s, HTTP: %d random documents that build() accepts, %d disagreements (seed %d)%n",
                VERSION, RANDOM, disagreements.unknown().size(), SEED);
        disagreements.tell();
        assertThat(disagreements.unknown()).isEmpty();
    }

    private static List<String> disagreements(Sample s, Wire wire) {
        ObjectNode document = s.json();
        if (s.kind().equals("task")) {
            document.put("id", Wire.newId());
        }
        Wire.Answer answer = wire.send(s.kind(), document);
        if (answer.status() != 200) {
            return List.of(s + " is refused: " + answer.status() + " " + answer.body() + " in " + s.json());
        }
        List<String> found = new ArrayList<>();
        s.misread(document, wire.readBack(s.kind(), document, answer)).forEach(d -> found.add(s + " " + d));
        wire.remove(s.kind(), answer);
        return found;
    }
}
