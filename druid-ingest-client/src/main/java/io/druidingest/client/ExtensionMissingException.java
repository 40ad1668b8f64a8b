package io.druidingest.client;

import io.druidingest.DruidIngestException;

/** The cluster cannot do what it was asked for: a part of Druid is not loaded there. */
public final class ExtensionMissingException extends DruidIngestException {

    private static final long serialVersionUID = 1L;

    private final String extension;

    /** Made by the client; see the accessors for the parts. */
    public ExtensionMissingException(String extension, Throwable cause) {
        super(
                "the cluster lacks " + extension + "; add it to druid.extensions.loadList of all its nodes ("
                        + cause.getMessage() + ")",
                cause);
        this.extension = extension;
    }

    /** The extension that has to be loaded, for example {@code druid-multi-stage-query}. */
    public String extension() {
        return extension;
    }
}
