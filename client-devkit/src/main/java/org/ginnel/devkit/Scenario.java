// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.Finding;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.history.History;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;

/// How a [FakeDaemon] is found and how it behaves from then on.
///
/// @param start how things are when it starts
/// @param servers what it lists once somebody is logged in
/// @param stepByStep whether it moves only when the test calls [FakeDaemon#advance()], else at once
/// @param loginFails why every login is refused
/// @param connectFails why every attempt to connect ends
/// @param hangsUpOn the request it answers by hanging up
/// @param mayChange whether callers may do more than look
/// @param version of the control protocol that it speaks
/// @param findings what Diagnose reports
/// @param history what it remembers
public record Scenario(
        Snapshot start,
        List<MeasuredServer> servers,
        boolean stepByStep,
        Optional<ErrorCause> loginFails,
        Optional<ErrorCause> connectFails,
        Optional<Class<? extends Request>> hangsUpOn,
        boolean mayChange,
        int version,
        List<Finding> findings,
        History history) {

    /// What a healthy machine reports.
    public static final List<Finding> HEALTHY = List.of(
            new Finding("engine", Finding.Verdict.OK, "the kernel has WireGuard", ""),
            new Finding("firewall", Finding.Verdict.OK, "nftables 1.0.6 takes a table of ours", ""),
            new Finding("dns", Finding.Verdict.OK, "systemd-resolved answers", ""),
            new Finding("api", Finding.Verdict.OK, "https://api.vpn.example.com answered in 41 ms", ""));

    public Scenario {
        servers = List.copyOf(servers);
        findings = List.copyOf(findings);
    }

    /// Nobody has logged in; every key is good.
    public static Scenario loggedOut() {
        return startingAs(Snapshots.loggedOut());
    }

    /// Logged in, disconnected, the 15 reference servers measured, connecting works.
    public static Scenario disconnected() {
        return startingAs(Snapshots.loggedIn());
    }

    /// As [#disconnected()], but it takes a step only when told to.
    public static Scenario connectingSlowly() {
        return disconnected().slowly();
    }

    /// Connected to Frankfurt, which was the fastest.
    public static Scenario connected() {
        return startingAs(Snapshots.connected(Servers.byId("eu-central-1")));
    }

    /// Nothing leaves, and this is why.
    public static Scenario blocked(ErrorCause cause) {
        var view = new TunnelView.Blocked(cause, Servers.NOON, false);
        return startingAs(Snapshots.withExit(Snapshots.withTunnel(Snapshots.loggedIn(), view), Optional.empty()));
    }

    /// Not connected, and nothing leaves because the user wants it so.
    public static Scenario locked() {
        var settings = Settings.defaults().withLockdown(true);
        var view = new TunnelView.Locked(Optional.empty());
        var start = Snapshots.withSettings(Snapshots.withTunnel(Snapshots.loggedIn(), view), settings);
        return startingAs(Snapshots.withExit(start, Optional.empty()));
    }

    /// Paused until then; Frankfurt comes back.
    public static Scenario paused(Instant until) {
        var view = new TunnelView.Paused(until, Optional.of(Servers.byId("eu-central-1")));
        return startingAs(Snapshots.withTunnel(Snapshots.loggedIn(), view));
    }

    /// Logged in, but the API cannot be reached: nothing changes hands, and connecting ends before it began.
    public static Scenario offline() {
        return disconnected().failingToConnect(new ErrorCause.Offline("api.vpn.example.com"));
    }

    /// Logged in with a key that the operator has withdrawn since: connecting ends with that, until somebody
    /// logs in with another.
    public static Scenario expired() {
        return disconnected().failingToConnect(new ErrorCause.KeyRefused());
    }

    /// Something should be kept in and is not: the block itself failed.
    public static Scenario leaking(ErrorCause cause) {
        var view = new TunnelView.Blocked(cause, Servers.NOON, true);
        return startingAs(Snapshots.withTunnel(Snapshots.loggedIn(), view));
    }

    /// Nobody is logged in, and every login ends like this.
    public static Scenario loginRefused(ErrorCause cause) {
        var s = loggedOut();
        return new Scenario(
                s.start,
                s.servers,
                s.stepByStep,
                Optional.of(cause),
                s.connectFails,
                s.hangsUpOn,
                s.mayChange,
                s.version,
                s.findings,
                s.history);
    }

    /// Logged in, nothing measured yet; latencies come one by one with [FakeDaemon#measureNext()].
    public static Scenario latenciesFillingIn() {
        return disconnected().serving(Servers.unmeasured(Servers.REFERENCE)).slowly();
    }

    /// Logged in to an operator with `count` servers.
    public static Scenario manyServers(int count) {
        return disconnected().serving(Servers.measured(Servers.many(count)));
    }

    /// The caller may look and not touch.
    public static Scenario notPermitted() {
        return disconnected().lookingOnly();
    }

    /// Any start, the reference servers, everything works at once.
    public static Scenario startingAs(Snapshot start) {
        return new Scenario(
                start,
                Servers.measured(Servers.REFERENCE),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                ControlCodec.VERSION,
                HEALTHY,
                History.empty());
    }

    /// The same, moving only when told to.
    public Scenario slowly() {
        return new Scenario(
                start, servers, true, loginFails, connectFails, hangsUpOn, mayChange, version, findings, history);
    }

    /// The same, with other servers.
    public Scenario serving(List<MeasuredServer> others) {
        return new Scenario(
                start, others, stepByStep, loginFails, connectFails, hangsUpOn, mayChange, version, findings, history);
    }

    /// The same, with one server listed besides.
    public Scenario servingAlso(Server server) {
        var all = new ArrayList<>(servers);
        all.add(new MeasuredServer(server, Optional.empty()));
        return serving(all);
    }

    /// The same, but connecting ends like this.
    public Scenario failingToConnect(ErrorCause cause) {
        return new Scenario(
                start,
                servers,
                stepByStep,
                loginFails,
                Optional.of(cause),
                hangsUpOn,
                mayChange,
                version,
                findings,
                history);
    }

    /// The same, but it hangs up instead of answering such a request.
    public Scenario hangingUpOn(Class<? extends Request> request) {
        return new Scenario(
                start,
                servers,
                stepByStep,
                loginFails,
                connectFails,
                Optional.of(request),
                mayChange,
                version,
                findings,
                history);
    }

    /// The same, but the caller may look and not touch.
    public Scenario lookingOnly() {
        return new Scenario(
                start, servers, stepByStep, loginFails, connectFails, hangsUpOn, false, version, findings, history);
    }

    /// The same, speaking another version of the protocol.
    public Scenario speaking(int other) {
        return new Scenario(
                start, servers, stepByStep, loginFails, connectFails, hangsUpOn, mayChange, other, findings, history);
    }

    /// The same, reporting other findings.
    public Scenario finding(List<Finding> others) {
        return new Scenario(
                start, servers, stepByStep, loginFails, connectFails, hangsUpOn, mayChange, version, others, history);
    }

    /// The same, remembering that.
    public Scenario remembering(History other) {
        return new Scenario(
                start, servers, stepByStep, loginFails, connectFails, hangsUpOn, mayChange, version, findings, other);
    }
}
