// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.ginnel.provisioning.http.HttpServer;
import org.ginnel.provisioning.http.TlsKeystore;
import org.ginnel.wireguard.IpLiteral;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `serve`: runs the server until the process is told to end.
@Command(name = "serve", description = "Serves the API.", mixinStandardHelpOptions = true, showDefaultValues = true)
final class ServeCommand implements Callable<Integer> {
    static final String LISTEN = "--listen";
    static final String TLS_KEYSTORE = "--tls-keystore";
    static final String TLS_PASSWORD_FILE = "--tls-password-file";
    static final String DEVELOPMENT = "--development";

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final String TLS_PASSWORD = "GINNEL_TLS_PASSWORD";
    private static final String USUAL_ADDRESS = "127.0.0.1:8080";

    private final Function<String, Optional<String>> environment;

    @Mixin
    private SecretOption secret = new SecretOption();

    @Option(
            names = LISTEN,
            paramLabel = "ADDRESS:PORT",
            converter = ListenConverter.class,
            defaultValue = USUAL_ADDRESS,
            description = "Where to listen.")
    private InetSocketAddress listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private ServersOption servers = new ServersOption();

    @Option(
            names = TLS_KEYSTORE,
            paramLabel = "FILE",
            description = "PKCS#12 file with certificate and key; without it, plain HTTP.")
    private @Nullable Path tlsKeystore;

    @Option(
            names = TLS_PASSWORD_FILE,
            paramLabel = "FILE",
            description = "File with the keystore's password; without it, $" + TLS_PASSWORD + ".")
    private @Nullable Path tlsPasswordFile;

    @Mixin
    private ProxyOption proxy = new ProxyOption();

    @Option(names = DEVELOPMENT, description = "Gives keys to whoever asks, on loopback only.")
    private boolean development;

    ServeCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /// The same with what stands in that line; empty when the address there is none.
    static Optional<ServeCommand> of(ServeLine line, Function<String, Optional<String>> environment) {
        return ListenAddress.parse(line.value(LISTEN).orElse(USUAL_ADDRESS)).map(address -> {
            var command = new ServeCommand(environment);
            command.listen = address;
            command.secret = new SecretOption(line);
            command.database = new DatabaseOption(line);
            command.servers = new ServersOption(line);
            command.proxy = new ProxyOption(line);
            command.tlsKeystore = line.value(TLS_KEYSTORE).map(Path::of).orElse(null);
            command.tlsPasswordFile =
                    line.value(TLS_PASSWORD_FILE).map(Path::of).orElse(null);
            command.development = line.value(DEVELOPMENT).isPresent();
            return command;
        });
    }

    @Override
    public Integer call() throws InterruptedException {
        HttpServer.prepare();
        var server = ProvisioningServer.start(settings());
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, ended), "shutdown"));
        announce(server.port(), server.goesByWhatWasApplied());
        ended.await();
        return 0;
    }

    private static void end(ProvisioningServer server, CountDownLatch ended) {
        server.close();
        ended.countDown();
    }

    private void announce(int port, boolean applied) {
        LOG.atInfo()
                .addKeyValue("address", IpLiteral.format(listen.getAddress()))
                .addKeyValue("port", port)
                .addKeyValue("tls", tlsKeystore != null)
                .log("listening");
        if (applied) {
            LOG.info("offering what was applied to the database; --servers is not read");
        } else if (servers.isReference()) {
            LOG.warn("offering the reference set: its endpoints do not exist; name your servers with --servers");
        }
        if (tlsKeystore == null && !listen.getAddress().isLoopbackAddress()) {
            LOG.warn("serving plain HTTP beyond this machine: keys travel readable; use --tls-keystore or a proxy");
        }
    }

    private Settings settings() {
        var tls = Optional.ofNullable(tlsKeystore).map(file -> new TlsKeystore(file, tlsPassword()));
        return new Settings(
                listen,
                database.location(environment),
                secret.read(environment),
                servers.read(),
                tls,
                proxy.origins(),
                development,
                Settings.AGENT_WAIT,
                Settings.POLL_WAIT);
    }

    private char[] tlsPassword() {
        return Optional.ofNullable(tlsPasswordFile)
                .map(file -> PrivateFile.read(file, "TLS password"))
                .or(() -> environment.apply(TLS_PASSWORD))
                .orElseThrow(
                        () -> new IllegalArgumentException("The keystore needs its password. Name a file that holds"
                                + " it with --tls-password-file, or set " + TLS_PASSWORD + "."))
                .toCharArray();
    }
}
