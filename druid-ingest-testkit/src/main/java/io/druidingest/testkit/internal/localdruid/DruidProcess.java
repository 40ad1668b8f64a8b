package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.LocalDruidException;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The child process as its parent sees it. Thread-safe. */
public final class DruidProcess {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration END_OF_THIS_JVM = Duration.ofSeconds(5);
    private static final int LAST_LINES = 40;

    private final DruidRelease release;
    private final Path work;
    private final Process process;
    private final Consumer<String> progress;
    private final CompletableFuture<Map<Role, URI>> ready = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread hook = new Thread(this::stopWithJvm, "druid-ingest-druid-stop");
    private final CountDownLatch jvmEnds = new CountDownLatch(1);
    private volatile boolean stopping;

    private DruidProcess(DruidRelease release, Path work, Process process, Consumer<String> progress) {
        this.release = release;
        this.work = work;
        this.process = process;
        this.progress = progress;
    }
}
