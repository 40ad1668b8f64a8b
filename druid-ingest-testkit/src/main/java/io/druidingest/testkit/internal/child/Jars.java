package io.druidingest.testkit.internal.child;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import io.druidingest.testkit.LocalProcessException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/**
 * The jars of a release, from the local Maven repository or, the first time, from wherever the user's Maven settings
 * send the look-up.
 */
public final class Jars {

    /**
     * Reads several poms at once, which makes a first download three times as quick. Not with the skipper, which loses
     * a jar of this tree.
     */
    private static final Map<String, Object> PARALLEL = Map.of(
            "aether.dependencyCollector.impl",
            "bf",
            "aether.dependencyCollector.bf.threads",
            8,
            "aether.dependencyCollector.bf.skipper",
            false,
            "aether.connector.basic.threads",
            8);

    private final Release release;
    private final Consumer<String> progress;

    public Jars(Release release, Consumer<String> progress) {
        this.release = release;
        this.progress = progress;
    }

    /**
     * Fetches what is not there yet.
     *
     * @throws UnreachableException if that is not to be had
     * @throws LocalProcessException if there is no such jar
     */
    public List<Path> resolve() throws UnreachableException {
        KnownJars known = new KnownJars(release);
        List<Path> jars = known.read();
        if (jars.isEmpty()) {
            jars = fetch();
            known.write(jars);
        }
        return jars;
    }

    private List<Path> fetch() throws UnreachableException {
        Downloads downloads = new Downloads(progress);
        ContextOverrides.Builder overrides = ContextOverrides.create()
                .withUserSettings(true)
                // Druid's poms name repositories that no longer answer.
                .ignoreArtifactDescriptorRepositories(true)
                .configProperties(PARALLEL)
                .transferListener(downloads);
        String localRepository = System.getProperty("maven.repo.local");
        if (localRepository != null && !localRepository.isBlank()) {
            overrides.withLocalRepositoryOverride(Paths.get(localRepository).toAbsolutePath());
        }
        try (Context maven = Runtimes.INSTANCE.getRuntime().create(overrides.build())) {
            Path repository = maven.repositorySystemSession()
                    .getLocalRepository()
                    .getBasedir()
                    .toPath();
            progress.accept("resolving the jars of " + release + " into " + repository);
            return resolve(maven, downloads);
        } catch (RepositoryException e) {
            String message = "The jars of " + release + " cannot be fetched: " + reason(e)
                    + "\nCheck the network, and the mirrors and proxies of ~/.m2/settings.xml, which are used"
                    + " as Maven uses them. About " + release.megabytes()
                    + " MB are fetched once and kept in the local Maven"
                    + " repository (-Dmaven.repo.local=DIRECTORY names another).";
            if (isUnreachable(e)) {
                throw new UnreachableException(message, e);
            }
            throw new LocalProcessException(message, e);
        }
    }

    /** Rather than asked for in vain. */
    private static boolean isUnreachable(RepositoryException e) {
        Throwable innermost = innermost(e);
        return (innermost instanceof ArtifactTransferException && !(innermost instanceof ArtifactNotFoundException))
                || innermost instanceof RepositoryOfflineException;
    }

    private List<Path> resolve(Context maven, Downloads downloads) throws RepositoryException {
        CollectRequest request = new CollectRequest();
        request.setRepositories(maven.remoteRepositories());
        release.artifacts()
                .forEach(each -> request.addDependency(new Dependency(
                        new DefaultArtifact(each.getKey()), "runtime", false, exclusions(each.getValue()))));
        DependencyNode root = maven.repositorySystem()
                .collectDependencies(maven.repositorySystemSession(), request)
                .getRoot();
        downloads.expectJars(size(root) - 1);
        List<Path> jars = new ArrayList<>();
        for (ArtifactResult result : maven.repositorySystem()
                .resolveDependencies(maven.repositorySystemSession(), new DependencyRequest(root, null))
                .getArtifactResults()) {
            jars.add(result.getArtifact().getFile().toPath());
        }
        downloads.finish();
        return jars;
    }

    /** The innermost of the resolver's own messages: it names the artifact, the repository and what went wrong. */
    private static String reason(RepositoryException e) {
        return String.valueOf(innermost(e).getMessage());
    }

    private static Throwable innermost(RepositoryException e) {
        Throwable innermost = e;
        while (innermost.getCause() instanceof RepositoryException) {
            innermost = innermost.getCause();
        }
        return innermost;
    }

    private static List<Exclusion> exclusions(List<String> names) {
        return names.stream()
                .map(name -> name.split(":", 2))
                .map(name -> new Exclusion(name[0], name[1], "*", "*"))
                .collect(Collectors.toList());
    }

    /** The tree has been cut down to one version of each artifact, each in one place. */
    private static int size(DependencyNode node) {
        return 1 + node.getChildren().stream().mapToInt(Jars::size).sum();
    }
}
