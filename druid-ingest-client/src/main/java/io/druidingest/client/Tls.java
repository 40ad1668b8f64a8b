package io.druidingest.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client trusts, and who it is itself, from key stores: {@code Tls.context(t -> t.trustStore(path, password))}.
 * Host names are always checked. Not thread-safe.
 */
public final class Tls {

    private TrustManager @Nullable [] trusted;
    private KeyManager @Nullable [] identity;

    private Tls() {}

    /**
     * A context for {@link DruidClient.Builder#sslContext}.
     *
     * @throws IllegalArgumentException if a store cannot be read; the message says which and why
     */
    public static SSLContext context(UnaryOperator<Tls> settings) {
        Tls tls = settings.apply(new Tls());
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(tls.identity, tls.trusted, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /** The certificates to trust, in place of those that Java trusts: a PKCS12 or JKS file. */
    public Tls trustStore(Path file, char[] password) {
        trusted = read(file, password, store -> {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        });
        return this;
    }

    /** The certificate and key to show to a server that asks for them (mTLS): a PKCS12 or JKS file. */
    public Tls keyStore(Path file, char[] password) {
        identity = read(file, password, store -> {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        });
        return this;
    }

    private static <T> T read(Path file, char[] password, Managers<T> managers) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType()); // reads JKS and PKCS12 alike
            store.load(in, password);
            return managers.of(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot read the key store " + file + ": " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Managers<T> {
        T of(KeyStore store) throws GeneralSecurityException;
    }
}
