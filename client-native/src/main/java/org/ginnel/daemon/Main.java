// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
import org.ginnel.daemon.desk.Daemon;
import org.ginnel.daemon.host.Host;
import org.ginnel.daemon.host.SystemPorts;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.probe.DnsAndEchoProver;
import org.ginnel.daemon.probe.HandshakeSweep;
import org.ginnel.daemon.probe.TcpSweep;
import org.ginnel.daemon.store.StateFile;
import org.ginnel.host.OperatingSystem;
import org.ginnel.http.Authorities;
import org.ginnel.http.SystemNames;

/// `ginneld`: builds the daemon for this machine and runs it until it is told to end. What is wanted then stays up.
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
    /// @param args see [Options#help]
    public static void main(String[] args) throws InterruptedException {
        var arguments = List.of(args);
        if (arguments.equals(List.of("--version"))) {
            say(System.out, NAME);
            return;
        }
        logAt(Options.logLevel(System.getenv()));
        var system = OperatingSystem.here();
        var host = Host.of(system);
        var installed = host.places(System.getenv());
        if (arguments.equals(List.of("--help"))) {
            say(System.out, Options.help(installed, system));
            return;
        }
        var options = Options.read(arguments, System.getenv(), installed);
        if (options.isEmpty()) {
            say(System.err, Options.help(installed, system));
            System.exit(USAGE);
        }
        try {
            start(options.orElseThrow(), host);
        } catch (IOException e) {
            say(System.err, "ginneld: " + e.getMessage());
            System.exit(CANNOT_START);
        }
    }

    /// Before anything logs: the one logger that is ours, without a search for others; `simplelogger.properties` has
    /// the rest.
    private static void logAt(String level) {
        System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level);
    }

    /// Before anything logs, in a process that ends with its log. What else is said to standard error goes
    /// there, too, and lines have the time of day, as nobody adds it.
    private static void logTo(Path file) throws IOException {
        System.setErr(new PrintStream(BoundedLog.open(file), true, StandardCharsets.UTF_8));
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd HH:mm:ss.SSS Z");
    }

    private static void start(Options options, Host host) throws IOException, InterruptedException {
        if (options.log().isPresent()) {
            logTo(options.log().get());
        }
        switch (options.task()) {
            case RUN -> host.run(() -> daemon(options, host));
            case SERVE -> {
                logTo(host.serviceLog(options.places().state()));
                host.runAsService(() -> daemon(options, host));
            }
            case LOCK -> lock(options, host);
            case RELEASE -> release(options, host);
        }
    }

    private static void lock(Options options, Host host) throws IOException {
        var system = host.open(options.places().state());
        shutter(options, host, system).lock(Instant.now());
        system.closing().run();
    }

    private static void release(Options options, Host host) throws IOException {
        var system = host.open(options.places().state());
        shutter(options, host, system)
                .release(
                        options.places().socket(),
                        host.stopCommand(),
                        system.dns(),
                        system.routes(),
                        system.devices().values());
        system.closing().run();
    }

    private static Shutter shutter(Options options, Host host, SystemPorts system) throws IOException {
        var places = options.places();
        return new Shutter(
                new StateFile(places.state(), host.spare(places.socket(), places.state())), system.firewall());
    }

    private static Host.Running daemon(Options options, Host host) throws IOException {
        // Else a name that could not be looked up is not looked up again for 10 s, though the network is back.
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        var places = options.places();
        var system = host.open(places.state());
        var daemon = Daemon.start(
                parts(system, host, authorities(places.authorities())),
                places.state(),
                host.spare(places.socket(), places.state()),
                host.place(places.socket()),
                NAME);
        return () -> {
            try {
                daemon.close();
            } finally {
                system.closing().run();
            }
        };
    }

    private static Daemon.Parts parts(SystemPorts system, Host host, List<X509Certificate> authorities) {
        var random = new SecureRandom();
        var clock = InstantSource.system();
        var names = new SystemNames(NAMES_LIMIT);
        return new Daemon.Parts(
                new Ports(
                        system.firewall(),
                        system.devices(),
                        system.routes(),
                        system.dns(),
                        new DnsAndEchoProver(random, clock)),
                system.watch(),
                configs -> new HandshakeSweep(
                        new TcpSweep(PROBE_LIMIT, names, clock), configs, PROBE_LIMIT, names, clock, random),
                authorities,
                names,
                clock,
                random,
                host.name(),
                host.engine(),
                system.resting());
    }

    private static List<X509Certificate> authorities(Path file) throws IOException {
        return Files.exists(file) ? Authorities.read(file) : List.of();
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
