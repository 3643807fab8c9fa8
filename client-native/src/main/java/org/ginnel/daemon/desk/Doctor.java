// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.control.Finding;
import org.ginnel.control.Finding.Verdict;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.machine.Blocked;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Connecting;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Disconnecting;
import org.ginnel.daemon.machine.FailingOver;
import org.ginnel.daemon.machine.Paused;
import org.ginnel.daemon.machine.Preparing;
import org.ginnel.daemon.machine.Racing;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.machine.Switching;
import org.ginnel.daemon.store.Login;
import org.ginnel.host.HowTo;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.ErrorCause;

/// Looks at the machine and says what it finds: whether what the state promises really stands. To be used on
/// the loop.
final class Doctor {
    private final Ports ports;
    private final Keeper keeper;
    private final Picture picture;
    private final Optional<String> engine;
    private final HowTo how;

    /// @param engine which WireGuard this machine has; empty when none
    /// @param how what people do on this system
    Doctor(Ports ports, Keeper keeper, Picture picture, Optional<String> engine, HowTo how) {
        this.ports = ports;
        this.keeper = keeper;
        this.picture = picture;
        this.engine = engine;
        this.how = how;
    }

    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        var state = picture.state();
        found.add(engine(engine, how));
        found.add(account());
        found.add(tunnel(state));
        found.add(firewall(state));
        Barrier.finding(state, picture.since(), ports.firewall().refused()).ifPresent(found::add);
        picture.disturbance().map(Doctor::disturbed).ifPresent(found::add);
        if (state.carrying().isPresent()) {
            found.add(
                    ports.routes().stand()
                            ? ok("routes", "everybody's traffic is led into the tunnel")
                            : failed(
                                    "routes",
                                    "our routes were changed by another program",
                                    "Disconnect and connect again; stop other VPN programs."));
        }
        found.add(ok("names", "set by " + ports.dns().method()));
        return found;
    }

    /// Whether there is anything that speaks WireGuard.
    static Finding engine(Optional<String> engine, HowTo how) {
        return engine.map(name -> ok("engine", name))
                .or(() -> how.engine()
                        .map(part -> failed(
                                "engine", part + ", which comes with Ginnel, was not found", "Install Ginnel again.")))
                .orElseGet(() -> failed(
                        "engine",
                        "neither the kernel nor wireguard-go speaks WireGuard here",
                        "Install the package wireguard-go, or load the kernel module wireguard."));
    }

    private Finding account() {
        return keeper.saved()
                .login()
                .map(Login::account)
                .map(account -> ok("account", account.tier().name() + " at " + account.apiUrl()))
                .orElseGet(() -> new Finding(
                        "account", Verdict.WARNING, "nobody is logged in", "Log in with: ginnel login --api URL"));
    }

    private static Finding tunnel(State state) {
        return switch (state) {
            case Connected connected -> ok("tunnel", tunnel(connected) + left(connected) + standby(connected));
            case FailingOver(var from, var to, var _, var silent, var attempt) ->
                ok(
                        "tunnel",
                        tunnel(from) + (silent ? "; it does not answer" : "; it is doubted") + ", and "
                                + to.server().id() + " is tried beside it, attempt " + attempt);
            case Switching(var from, var to, var _, var attempt, var _) ->
                ok(
                        "tunnel",
                        tunnel(from) + "; " + to.server().id() + " is tried beside it to take over, attempt "
                                + attempt);
            case Blocked(var cause, var since, var _, var retry, var _) ->
                failed(
                        "tunnel",
                        "none since " + since.truncatedTo(ChronoUnit.SECONDS) + ": " + Barrier.named(cause),
                        retry.isPresent()
                                ? "Wait: Ginnel tries again. Or connect to another server."
                                : "Connect again, or disconnect to open the firewall.");
            case Disconnected(var _, var locked) ->
                ok("tunnel", locked ? "none is wanted, and nothing may leave without one: lockdown" : "none is wanted");
            case Paused(var until, var _, var _) ->
                ok("tunnel", "paused; everything may leave until " + until.truncatedTo(ChronoUnit.SECONDS));
            case Preparing _ -> ok("tunnel", "being prepared");
            case Connecting connecting -> beingBuilt(connecting, "");
            case Racing(var ahead, var beside, var _, var _) ->
                beingBuilt(ahead, ", and to " + beside.server().id() + " beside it");
            case Disconnecting _ -> ok("tunnel", "being taken down");
        };
    }

    private static Finding beingBuilt(Connecting connecting, String beside) {
        var what = "being built to " + connecting.link().server().id() + ", attempt " + connecting.attempt() + beside;
        return connecting
                .why()
                .map(why -> new Finding(
                        "tunnel",
                        Verdict.WARNING,
                        what + ": " + Barrier.named(why),
                        "Wait: Ginnel tries again. Or connect to another server."))
                .orElseGet(() -> ok("tunnel", what));
    }

    private static String tunnel(Connected connected) {
        return "to %s since %s; last round trip %.1f ms, answered by %s"
                .formatted(
                        connected.link().server().id(),
                        connected.since().truncatedTo(ChronoUnit.SECONDS),
                        connected.proof().roundTrip().toNanos() / 1e6,
                        connected.proof().by());
    }

    private static String standby(Connected connected) {
        return connected
                .standby()
                .map(standby -> "; " + standby.server().id() + " stands by")
                .orElse("");
    }

    private static String left(Connected connected) {
        return connected.left().stream()
                .map(left -> "; what began through %s may go on there until %s"
                        .formatted(left.link().server().id(), left.until().truncatedTo(ChronoUnit.SECONDS)))
                .collect(Collectors.joining());
    }

    private Finding firewall(State state) {
        if (ports.firewall().stands()) {
            return ok(
                    "firewall",
                    (state instanceof Disconnected(var _, var locked) && !locked) || state instanceof Paused
                            ? "open: none of our rules is there"
                            : "our rules stand as they were made");
        }
        return changed(how);
    }

    /// That our rules do not stand.
    static Finding changed(HowTo how) {
        return failed(
                "firewall",
                "our rules are not as they were made",
                "Another program changed " + how.firewall() + ". Connect again to put them back.");
    }

    private static Finding disturbed(Disturbance disturbance) {
        return new Finding(
                "others",
                Verdict.WARNING,
                "another program changed our %s %s, last at %s; each time it was put back"
                        .formatted(
                                words(disturbance.part()),
                                disturbance.times() == 1 ? "once" : disturbance.times() + " times",
                                disturbance.last().truncatedTo(ChronoUnit.SECONDS)),
                "Look for another VPN program or firewall manager, and stop it.");
    }

    private static String words(ErrorCause.Part part) {
        return switch (part) {
            case FIREWALL -> "firewall";
            case ROUTES -> "routes";
            case DNS -> "DNS settings";
            case DEVICE -> "interface";
            case STORE -> "files";
        };
    }

    private static Finding ok(String check, String detail) {
        return new Finding(check, Verdict.OK, detail, "");
    }

    private static Finding failed(String check, String detail, String advice) {
        return new Finding(check, Verdict.FAILED, detail, advice);
    }
}
