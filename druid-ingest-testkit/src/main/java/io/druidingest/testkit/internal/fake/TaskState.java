package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Task;
import io.druidingest.testkit.TaskPlan;
import io.druidingest.unit.Interval;
import io.druidingest.validation.SpecValidationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tasks that were taken, what is to become of those to come, and the slots that they run in. */
public final class TaskState {

    private static final Comparator<FakeTask> BY_AGE =
            Comparator.comparing(FakeTask::created).thenComparing(FakeTask::id);

    /** So long a task that does nothing runs, if it does not say. */
    private static final long NOOP_MILLIS = 2_500;

    private final World world;
    private final Map<String, FakeTask> tasks = new LinkedHashMap<>();
    private final Map<String, TaskPlan> plans = new TreeMap<>();
    private final Set<String> planned = new HashSet<>();
    private final List<Consumer<FakeTask>> successes = new ArrayList<>();
    private final List<FakeTask> due = new ArrayList<>();
    private int slots = Integer.MAX_VALUE;
    private int longestQueue = Integer.MAX_VALUE;
    private int running;
    private int queued;
    private int generated;

    TaskState(World world) {
        this.world = world;
    }

    @Nullable TaskPlan plan(String taskType, TaskPlan plan) {
        planned.remove(taskType);
        return plans.put(taskType, plan);
    }

    /** The plans of which no task came, as they were said. */
    Stream<String> unusedPlans() {
        return plans.keySet().stream()
                .filter(type -> !planned.contains(type))
                .map(type -> "onSubmit(\"" + type + "\")");
    }

    /** How many tasks can run at a time. */
    int slots() {
        return slots;
    }

    /** Sets how many tasks can run at a time, and how many that have not ended there can be. */
    public boolean limit(int running, int queued) {
        slots = running;
        longestQueue = queued;
        return true;
    }

    /** How many tasks that have not ended there can be. */
    int longestQueue() {
        return longestQueue;
    }

    /** Has somebody told of each task that has just succeeded, before anybody can see that it has. */
    void onSuccess(Consumer<FakeTask> told) {
        successes.add(told);
    }

    /** An id for a task that has none, as Druid makes one. */
    String newId(JsonNode payload) {
        FakeTask task = new FakeTask("", payload, TaskPlan.DEFAULT, world);
        String of = "";
        if (payload.path("interval").isTextual()) {
            Interval interval = Interval.of(payload.path("interval").asText());
            of = FakeSegment.written(interval.start()) + "_" + FakeSegment.written(interval.end()) + "_";
        }
        return task.type() + "_" + task.dataSource() + "_" + newSuffix() + "_" + of + FakeSegment.written(world.now());
    }

    /** Eight letters that look as if they came by chance. */
    String newSuffix() {
        StringBuilder random = new StringBuilder();
        for (int rest = generated++ * 7919 + 40_503, i = 0; i < 8; i++, rest = rest * 31 + 17) {
            random.append((char) ('a' + (rest >>> 4 & 15)));
        }
        return random.toString();
    }

    /** Takes a task, whose id is not taken yet. */
    FakeTask take(String id, JsonNode payload) {
        return take(
                id,
                payload,
                payload.path("type").asText().equals("noop")
                        ? TaskPlan.DEFAULT.running(payload.path("runTime").asLong(NOOP_MILLIS) + "ms")
                        : TaskPlan.DEFAULT);
    }

    /**
     * Takes a task, whose id is not taken yet.
     *
     * @param usual what becomes of it unless a plan was told for its type
     */
    FakeTask take(String id, JsonNode payload, TaskPlan usual) {
        String type = payload.path("type").asText();
        planned.add(type);
        TaskPlan plan = plans.getOrDefault(type, usual);
        FakeTask task = new FakeTask(id, payload, plan, world);
        tasks.put(id, task);
        queued++;
        world.tell(id, "PENDING");
        if (plan.pending().isZero() && slots == Integer.MAX_VALUE) {
            start(task);
        } else {
            // also after no time at all: which of those that come together runs first must not depend on threads
            world.later(plan.pending(), () -> {
                due.add(task);
                fillSlots();
            });
        }
        return task;
    }

    private void fillSlots() {
        due.removeIf(FakeTask::hasEnded);
        due.sort(BY_AGE);
        while (running < slots && !due.isEmpty()) {
            start(due.remove(0));
        }
    }

    /** Runs a task now, wherever it stands in the queue; one that runs or has ended stays as it is. */
    void start(FakeTask task) {
        if (task.state() != FakeTask.State.PENDING) {
            return;
        }
        due.remove(task);
        running++;
        task.start(world.now());
        world.tell(task.id(), "RUNNING");
        if (task.plan().isVanishing()) {
            world.later(task.plan().running(), () -> vanish(task));
        } else if (task.plan().ends()) {
            world.later(task.plan().running(), () -> end(task, task.plan().failure()));
        }
    }

    /**
     * Ends a task now; one that has ended stays as it is.
     *
     * @param failure null for a success
     */
    void end(FakeTask task, @Nullable String failure) {
        start(task);
        if (!task.hasEnded()) {
            task.end(world.now(), failure);
            if (failure == null) {
                successes.forEach(told -> told.accept(task));
            }
            left(
                    task,
                    failure == null
                            ? "SUCCESS"
                            : "FAILED: " + failure.lines().findFirst().orElse(""));
        }
    }

    /** Stops a task; one that has ended stays as it is. */
    void shutDown(FakeTask task) {
        if (!task.hasEnded()) {
            boolean ran = task.state() == FakeTask.State.RUNNING;
            task.shutDown(world.now());
            left(task, "FAILED: shut down", ran);
        }
    }

    private void vanish(FakeTask task) {
        if (!task.hasEnded() && tasks.remove(task.id(), task)) {
            left(task, "vanished");
        }
    }

    private void left(FakeTask task, String what) {
        left(task, what, true);
    }

    private void left(FakeTask task, String what, boolean ran) {
        world.tell(task.id(), what);
        queued--;
        if (ran) {
            running--;
            if (!due.isEmpty()) {
                world.later(Duration.ZERO, this::fillSlots);
            }
        }
    }

    /** Runs the task of this id now. */
    public boolean run(String id) {
        start(known(id));
        return true;
    }

    /**
     * Ends the task of this id now.
     *
     * @param failure null for a success
     */
    public boolean end(String id, @Nullable String failure) {
        end(known(id), failure);
        return true;
    }

    /** Forgets the task of this id now. */
    public boolean vanish(String id) {
        vanish(known(id));
        return true;
    }

    private FakeTask known(String id) {
        FakeTask task = tasks.get(id);
        if (task == null) {
            throw new IllegalArgumentException("there is no task " + id + "; there are " + tasks.keySet());
        }
        return task;
    }

    @Nullable FakeTask find(String id) {
        return tasks.get(id);
    }

    /** How many tasks run. */
    int running() {
        return running;
    }

    /** How many tasks have not ended. */
    int queued() {
        return queued;
    }

    /** All tasks that have not ended, the oldest first. */
    List<FakeTask> active() {
        return tasks.values().stream().filter(t -> !t.hasEnded()).sorted(BY_AGE).collect(Collectors.toList());
    }

    /** All tasks that have ended, the newest first. */
    List<FakeTask> complete() {
        return tasks.values().stream()
                .filter(FakeTask::hasEnded)
                .sorted(BY_AGE.reversed())
                .collect(Collectors.toList());
    }

    /** All tasks as they were sent, in the order in which they came. */
    public List<JsonNode> payloads() {
        return tasks.values().stream().map(FakeTask::payload).collect(Collectors.toList());
    }

    /**
     * How many there are of a task, told by what was built: the client adds an id, and a note of its own to the context. How
     * they are written makes no difference.
     */
    public long count(Task task) {
        boolean keepId = task.id() != null;
        JsonNode wanted = withoutMarks(SpecJson.tree(task), keepId);
        return tasks.values().stream()
                .filter(t -> !keepId || t.id().equals(task.id()))
                .map(t -> withoutMarks(t.payload().deepCopy(), keepId))
                .filter(sent -> sent.equals(wanted) || isMeant(task, sent))
                .count();
    }

    private static boolean isMeant(Task task, JsonNode sent) {
        if (!task.type().equals(sent.path("type").asText())) {
            return false;
        }
        try {
            return SpecJson.diff(task, SpecJson.read(sent.toString(), Task.class, SpecJson.Mode.AS_FOUND))
                    .isEmpty();
        } catch (SpecValidationException e) {
            return false; // it cannot be read
        }
    }

    /** Takes out what the client adds to a task that it sends, and with it the id unless that counts; changes what is given. */
    public static JsonNode withoutMarks(JsonNode payload, boolean keepId) {
        ObjectNode task = (ObjectNode) payload;
        if (!keepId) {
            task.remove("id");
        }
        JsonNode context = task.path("context");
        if (context.isObject()) {
            ((ObjectNode) context).remove("druidIngestFingerprint");
            if (context.isEmpty()) {
                task.remove("context");
            }
        }
        return task;
    }
}
