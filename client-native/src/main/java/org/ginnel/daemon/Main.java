// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.ginnel.daemon.control.Permissions;
import org.ginnel.daemon.desk.Daemon;
import org.ginnel.daemon.linux.LinuxSystem;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.probe.DnsAndEchoProver;
import org.ginnel.daemon.probe.HandshakeSweep;
import org.ginnel.daemon.probe.TcpSweep;
import org.ginnel.daemon.process.SystemCommands;
import org.ginnel.daemon.store.StateFile;
import org.ginnel.http.Authorities;
import org.ginnel.http.SystemNames;

/// `ginneld`: builds the daemon for this machine and runs it until a signal ends it. What is wanted then stays up.
public final class Main {
    /// Name and version, for logs and clients.
    static final String NAME = "ginneld " + version();

    /// Less than the second after which Linux sends a lost SYN again (RFC 6298, 2.1): the answer to the second would be
    /// taken for a round trip of more than a second.
    private static final Duration PROBE_LIMIT = Duration.ofMillis(950);
    private static final Duration NAMES_LIMIT = Duration.ofSeconds(5);
    private static final int CANNOT_START = 1;
    private static final int USAGE = 64;

    /// Starts it.
    ///
    /// @param args see [Options#HELP]
    public static void main(String[] args) throws InterruptedException {
        var arguments = List.of(args);
        if (arguments.equals(List.of("--version")) || arguments.equals(List.of("--help"))) {
            say(System.out, arguments.contains("--version") ? NAME : Options.HELP);
            return;
        }
        var options = Options.read(arguments, System.getenv());
        if (options.isEmpty()) {
            say(System.err, Options.HELP);
            System.exit(USAGE);
        }
        try {
            start(options.orElseThrow());
        } catch (IOException e) {
            say(System.err, "ginneld: " + e.getMessage());
            System.exit(CANNOT_START);
        }
    }

    private static void start(Options options) throws IOException, InterruptedException {
        Files.createDirectories(options.state());
        var commands = new SystemCommands(SystemCommands.SYSTEM_DIRECTORIES);
        var system = LinuxSystem.open(commands, options.state(), Math.toIntExact(new UnixSystem().getUid()));
        var shutter = new Shutter(new StateFile(options.state(), Daemon.spare(options.socket())), system.firewall());
        switch (options.task()) {
            case RUN -> run(options, commands, system);
            case LOCK -> shutter.lock(Instant.now());
            case RELEASE ->
                shutter.release(
                        options.socket(),
                        system.dns(),
                        system.routes(),
                        system.devices().values());
        }
    }

    private static void run(Options options, SystemCommands commands, LinuxSystem system)
            throws IOException, InterruptedException {
        // Else a name that could not be looked up is not looked up again for 10 s, though the network is back.
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        var random = new SecureRandom();
        var clock = InstantSource.system();
        var names = new SystemNames(NAMES_LIMIT);
        var parts = new Daemon.Parts(
                new Ports(
                        system.firewall(),
                        system.devices(),
                        system.routes(),
                        system.dns(),
                        new DnsAndEchoProver(random, clock)),
                system.watch(),
                configs -> new HandshakeSweep(
                        new TcpSweep(PROBE_LIMIT, names, clock), configs, PROBE_LIMIT, names, clock, random),
                authorities(options.authorities()),
                names,
                clock,
                random,
                hostName(),
                engine(commands));
        var permissions =
                new Permissions(Set.copyOf(List.of("root", System.getProperty("user.name"))), Path.of("/etc/group"));
        var daemon = Daemon.start(parts, options.state(), options.socket(), permissions, NAME);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(daemon, ended), "ginnel-shutdown"));
        ended.await();
    }

    private static void close(Daemon daemon, CountDownLatch ended) {
        try {
            daemon.close();
        } catch (IOException e) {
            say(System.err, "ginneld: " + e.getMessage());
        } finally {
            ended.countDown();
        }
    }

    private static List<X509Certificate> authorities(Path file) throws IOException {
        return Files.exists(file) ? Authorities.read(file) : List.of();
    }

    private static Optional<String> engine(SystemCommands commands) {
        return Files.exists(Path.of("/sys/module/wireguard"))
                ? Optional.of("the kernel's WireGuard")
                : commands.find("wireguard-go").map(Path::toString);
    }

    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return InetAddress.getLoopbackAddress().getHostName();
        }
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private static void say(PrintStream where, String line) {
        where.println(line);
    }

    private Main() {}
}
