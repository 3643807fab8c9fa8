// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.lab.Family;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.echo.EchoConnection;
import org.ginnel.lab.echo.EchoStream;
import org.ginnel.lab.operator.Operator;
import org.ginnel.tunnel.TunnelKey;

/// Changes the keys under a tunnel over and over, and counts what programs notice: two streams of a thousand
/// questions a second, over IPv4 and IPv6, that never end, and two connections that are open across each change.
///
/// @param count how many changes
public record Rotations(Demo demo, int count, PrintStream out) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);
    private static final int QUESTIONS_AFTER = 20;

    /// Logs in, and prints what came of it.
    ///
    /// @return the exit code: 0 when nothing was lost, and no connection ended
    public int print() throws IOException {
        demo.ginnel("login", demo.operator().key("rotations", "pro"), "--api", Operator.API)
                .orThrow();
        return change();
    }

    /// Prints what came of it.
    ///
    /// @return as [#print()]
    int change() throws IOException {
        new Ginnel(demo).connectToFastest();
        var leaked = demo.lab().sightings();
        var four = EchoStream.start(demo.client().machine(), Family.IPV4);
        var six = EchoStream.start(demo.client().machine(), Family.IPV6);
        List<Duration> took = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        try (var daemon = ControlClient.connect(demo.daemon().socket(), "rotations")) {
            for (var i = 1; i <= count; i++) {
                var number = i;
                one(daemon, took).ifPresent(why -> broken.add("change " + number + ": " + why));
            }
        } catch (ControlException e) {
            throw new LabException("the daemon does not answer: " + e.errorCause(), e);
        }
        var lost4 = four.stop(LAST_ANSWERS);
        var lost6 = six.stop(LAST_ANSWERS);
        var clear = demo.lab().sightings().since(leaked).leaked();
        new Ginnel(demo).disconnect();
        out.printf("%n| %d changes of the keys under a tunnel | |%n|---|---|%n", count);
        out.printf("| a change, min / median / max ms | %s |%n", new Spread(took));
        out.println("| lost over IPv4 | " + told(lost4) + " |");
        out.println("| lost over IPv6 | " + told(lost6) + " |");
        out.printf("| connections that ended or stood still | %d of %d |%n", broken.size(), 2 * count);
        out.printf("| packets beside the tunnel | %d |%n", clear);
        broken.forEach(out::println);
        return broken.isEmpty() && lost4.lost() + lost6.lost() + clear == 0 ? 0 : 1;
    }

    private static String told(EchoStream.Count count) {
        return "%,d of %,d, longest silence %d ms"
                .formatted(count.lost(), count.sent(), count.longestSilence().toMillis());
    }

    /// @return what went wrong
    private Optional<String> one(ControlClient daemon, List<Duration> took) throws IOException, ControlException {
        try (var four = EchoConnection.open(demo.client().machine(), Family.IPV4);
                var six = EchoConnection.open(demo.client().machine(), Family.IPV6)) {
            four.ask();
            six.ask();
            var before = made(status(daemon));
            var began = System.nanoTime();
            daemon.call(new Request.ChangeKeys());
            var now = made(status(daemon));
            while (now.isEmpty() || now.equals(before)) {
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new LabException("the keys did not change in a minute");
                }
                four.ask();
                six.ask();
                now = made(status(daemon));
            }
            took.add(Duration.ofNanos(System.nanoTime() - began));
            for (var i = 0; i < QUESTIONS_AFTER; i++) {
                four.ask();
                six.ask();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Snapshot status(ControlClient daemon) throws ControlException {
        return switch (daemon.call(new Request.GetStatus())) {
            case Reply.Status(var snapshot) -> snapshot;
            case Reply other -> throw new LabException("asked for the status, the daemon said " + other);
        };
    }

    private static Optional<Instant> made(Snapshot snapshot) {
        return snapshot.key().flatMap(TunnelKey::made);
    }
}
