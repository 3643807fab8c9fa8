// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.ginnel.host.FileTrouble;
import org.jspecify.annotations.Nullable;

/// The certificate and key that the server proves itself with, from a PKCS#12 file. Never prints its password.
public final class TlsKeystore {
    private final Path file;
    private final char[] password;

    /// @param password copied
    public TlsKeystore(Path file, char[] password) {
        this.file = file;
        this.password = password.clone();
    }

    /// @throws TlsException when the file cannot be used, with a sentence on what to do
    SSLContext context() {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw unusable(FileTrouble.of(e), e);
        } catch (GeneralSecurityException e) {
            throw unusable(e.getMessage(), e);
        }
    }

    private TlsException unusable(@Nullable String why, Exception e) {
        return new TlsException(
                "The keystore " + file + " cannot be used (" + why
                        + "). Check the path, the password, and that it is a PKCS#12 file with a key.",
                e);
    }

    @Override
    public String toString() {
        return "TlsKeystore[" + file + "]";
    }
}
