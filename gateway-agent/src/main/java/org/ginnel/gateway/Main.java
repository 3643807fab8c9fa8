// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ginnel.gateway.device.InterfaceAddresses;
import org.ginnel.gateway.device.InterfaceName;
import org.ginnel.gateway.device.LiveDevice;
import org.ginnel.gateway.device.ProcessCommands;
import org.ginnel.gateway.device.ScriptFile;
import org.ginnel.gateway.link.ApiAddress;
import org.ginnel.gateway.link.HttpProvisioning;
import org.ginnel.gateway.link.Token;
import org.ginnel.host.FileTrouble;
import org.ginnel.relay.Server;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `ginnel-gateway`: runs the agent until the process is told to end. Exits with 2 when it was started wrongly.
@Command(
        name = "ginnel-gateway",
        description = "Keeps the peers of a WireGuard device equal to what the provisioning service says.",
        mixinStandardHelpOptions = true,
        version = "ginnel-gateway 0.1.0",
        showDefaultValues = true)
public final class Main implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int MAX_TOKEN_FILE = 1024;
    private static final Duration LONGEST_END = Duration.ofSeconds(4);

    @Option(
            names = "--api",
            paramLabel = "URL",
            required = true,
            description = "Where the provisioning service is, such as https://vpn.example.com.")
    private String api = "";

    @Option(names = "--server", paramLabel = "ID", required = true, description = "Which server this gateway is.")
    private String server = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            required = true,
            description = "File with this server's agent token.")
    private Path tokenFile = Path.of("");

    @Option(
            names = "--interface",
            paramLabel = "NAME",
            defaultValue = "wg0",
            description = "The WireGuard device, which is up already.")
    private String device = "";

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM file with the authorities to trust instead of the system's.")
    private @Nullable Path ca;

    @Option(
            names = "--socket-dir",
            paramLabel = "DIR",
            defaultValue = "/var/run/wireguard",
            description = "Where userspace devices have their sockets.")
    private Path socketDirectory = Path.of("");

    @Option(names = "--allow-plain-http", description = "Takes an http:// address beyond this machine.")
    private boolean allowPlainHttp;

    @Option(
            names = "--manage-addresses",
            description = "Gives the device the gateway's addresses inside the tunnel (ip address replace).")
    private boolean manageAddresses;

    @Option(
            names = "--keep-peers-of",
            paramLabel = "FILE",
            description = "The wg0.conf that wireguard-install.sh adds clients to: they are left alone.")
    private @Nullable Path scriptFile;

    @Option(
            names = "--line-mbit",
            paramLabel = "N",
            description = "How much this server's line carries, in Mbit/s: clients are told how full it is.")
    private @Nullable Long lineMbit;

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println("ginnel-gateway: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        });
        return line;
    }

    @Override
    public Integer call() {
        if (!Server.isId(server)) {
            throw new IllegalArgumentException("--server is not a server id: 1 to 64 of [A-Za-z0-9._-].");
        }
        var name = new InterfaceName(device);
        var stop = new StopSignal();
        try (var provisioning =
                new HttpProvisioning(ApiAddress.parse(api, allowPlainHttp), server, token(), Optional.ofNullable(ca))) {
            var ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, provisioning, ended), "shutdown"));
            LOG.atInfo()
                    .addKeyValue("server", server)
                    .addKeyValue("interface", name)
                    .log("started");
            var live = new LiveDevice(name, socketDirectory, new ProcessCommands(), System::nanoTime);
            var addresses = manageAddresses
                    ? Optional.of(new InterfaceAddresses(name, new ProcessCommands()))
                    : Optional.<InterfaceAddresses>empty();
            var script = Optional.ofNullable(scriptFile).map(ScriptFile::new);
            var backoff = new Backoff(new SecureRandom());
            var line = Optional.ofNullable(lineMbit).filter(mbit -> mbit > 0).map(mbit -> mbit * 125_000);
            new Agent(provisioning, live, backoff, stop, System::nanoTime, addresses, script, line).run();
            ended.countDown();
        }
        return 0;
    }

    /// Lets the agent tell what it counted, as long as that takes not too long.
    private static void end(StopSignal stop, HttpProvisioning provisioning, CountDownLatch ended) {
        stop.give();
        provisioning.giveUp();
        try {
            if (!ended.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("ended before everything was told");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Token token() {
        try (var in = Files.newInputStream(tokenFile)) {
            return new Token(new String(in.readNBytes(MAX_TOKEN_FILE), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The token file " + tokenFile + " cannot be read (" + FileTrouble.of(e)
                            + "). Check the path and its permissions.",
                    e);
        }
    }
}
