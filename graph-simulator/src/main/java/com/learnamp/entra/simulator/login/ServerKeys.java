package com.learnamp.entra.simulator.login;

import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/** A {@link ServerIdentity} in the form in which an HTTP server takes it. */
public final class ServerKeys implements KeyCertOptions {

    private final ServerIdentity identity;

    public ServerKeys(ServerIdentity identity) {
        this.identity = identity;
    }

    @Override
    public KeyCertOptions copy() {
        return new ServerKeys(identity);
    }

    @Override
    public KeyManagerFactory getKeyManagerFactory(Vertx vertx) throws NoSuchAlgorithmException {
        return new Factory(identity);
    }

    @Override
    public Function<String, KeyManagerFactory> keyManagerFactoryMapper(Vertx vertx)
            throws NoSuchAlgorithmException {
        Factory factory = new Factory(identity);
        return serverName -> factory;
    }

    @Override
    @SuppressWarnings("deprecation") // part of the interface still
    public Function<String, X509KeyManager> keyManagerMapper(Vertx vertx) {
        return serverName -> identity;
    }

    private static final class Factory extends KeyManagerFactory {

        Factory(ServerIdentity identity) throws NoSuchAlgorithmException {
            super(
                    new Fixed(identity),
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm())
                            .getProvider(),
                    "fixed");
        }
    }

    private static final class Fixed extends KeyManagerFactorySpi {

        private final ServerIdentity identity;

        Fixed(ServerIdentity identity) {
            this.identity = identity;
        }

        @Override
        protected void engineInit(@Nullable KeyStore store, char @Nullable [] password) {
            // there is nothing to be read from a store
        }

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {
            // there is nothing to be set
        }

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return new KeyManager[] {identity};
        }
    }
}
