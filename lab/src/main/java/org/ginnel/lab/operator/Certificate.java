// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.ginnel.lab.LabException;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.program.Programs;

/// A key and a certificate of its own for the API, made for one lab and trusted in it only.
///
/// @param keystore PKCS#12 with both
/// @param passwordFile the keystore's password
/// @param pem the certificate as text, to be trusted by clients
public record Certificate(Path keystore, Path passwordFile, String pem) {
    private static final String ALIAS = "api";
    private static final int SECONDS = 60;

    /// Makes them in `directory` with the JDK's `keytool`.
    static Certificate make(Path directory, String password, Programs programs) throws IOException {
        var keystore = directory.resolve("api.p12");
        var passwordFile = directory.resolve("api.password");
        Files.writeString(passwordFile, password);
        var names = "SAN=dns:%s,ip:%s,ip:%s".formatted(Addresses.API_NAME, Addresses.API4, Addresses.API6);
        run(new ProcessBuilder(
                programs.jdk("keytool"),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-J-XX:-UsePerfData",
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30",
                "-dname",
                "CN=" + Addresses.API_NAME,
                "-ext",
                names,
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass:file",
                passwordFile.toString()));
        return new Certificate(keystore, passwordFile, pem(keystore, password));
    }

    private static void run(ProcessBuilder keytool) throws IOException {
        var process = keytool.redirectErrorStream(true).start();
        try (var out = process.getInputStream()) {
            var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new LabException("keytool made no certificate for the API: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while making a certificate", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String pem(Path keystore, String password) throws IOException {
        try (var in = Files.newInputStream(keystore)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
            return "-----BEGIN CERTIFICATE-----\n"
                    + base64.encodeToString(store.getCertificate(ALIAS).getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate of the API cannot be read back", e);
        }
    }
}
