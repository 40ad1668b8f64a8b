package io.druidingest.testkit.internal.fake;

import io.druidingest.testkit.internal.fake.http.Node;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The two nodes of a Druid, where they listen and whether they do. They outlive the {@link FakeDruid} behind them. */
public final class Nodes implements AutoCloseable {

    private final List<Node> nodes;
    private final List<URI> uris;

    /**
     * Listens on free ports of the loopback interface.
     *
     * @param druid who answers, asked for each request
     * @throws UncheckedIOException if there is no free port
     */
    public Nodes(Supplier<? extends Node.Answers> druid) {
        this.nodes = List.of(new Node(0, druid), new Node(1, druid));
        this.uris = nodes.stream().map(Node::uri).collect(Collectors.toUnmodifiableList());
    }

    /** Where they listen, the one that leads at first before the other. */
    public List<URI> uris() {
        return uris;
    }

    /** One goes down, and waits for what it is answering. */
    void down(int node) {
        nodes.get(node).down();
    }

    /** All go down. */
    void down() {
        nodes.forEach(Node::down);
    }

    /** All are up again, those that are down. */
    public void up() {
        nodes.forEach(Node::up);
    }

    /** Stops listening. */
    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
