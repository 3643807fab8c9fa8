// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.host.HowTo;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.ConfigProblem;

/// A failure in words: what happened, why, and what to do next. Made from a cause and nothing else, and the only
/// place where the command line has words for causes.
public record Explanation(String what, String why, String next) {
    private static final int PROBLEMS_SHOWN = 4;
    private static final String TELL = "If it stays like this, tell your operator.";

    /// The words for a cause, on the system that this runs on.
    public static Explanation of(ErrorCause cause) {
        return of(cause, HowTo.here());
    }

    /// The words for a cause.
    ///
    /// @param how what to do on the system of who reads them
    public static Explanation of(ErrorCause cause, HowTo how) {
        return switch (cause) {
            case ErrorCause.NotLoggedIn() -> notLoggedIn();
            case ErrorCause.Offline(var host) -> offline(host);
            case ErrorCause.ApiUntrusted(var host, var detail) -> untrusted(host, detail);
            case ErrorCause.KeyRefused() -> keyRefused();
            case ErrorCause.TierRefused(var id) -> tierRefused(id);
            case ErrorCause.ApiMalformed(var call, var found) -> malformed(call, found);
            case ErrorCause.ApiTooLarge(var call, var limit) -> tooLarge(call, limit);
            case ErrorCause.ApiTooSlow(var call, var limit) -> tooSlow(call, limit);
            case ErrorCause.RateLimited(var retryAfter) -> rateLimited(retryAfter);
            case ErrorCause.ApiFailed(var call, var status, var message) -> apiFailed(call, status, message);
            case ErrorCause.NoServers() -> noServers();
            case ErrorCause.UnknownServer(var id) -> unknownServer(id);
            case ErrorCause.ConfigRefused(var problems) -> configRefused(problems);
            case ErrorCause.EndpointUnresolved(var host) -> unresolved(host);
            case ErrorCause.KeyPending(var id) -> keyPending(id);
            case ErrorCause.NoHandshake(var endpoint, var waited) -> noHandshake(endpoint, waited);
            case ErrorCause.TunnelSilent(var endpoint, var waited) -> silent(endpoint, waited);
            case ErrorCause.NetworkDown(var server, var other) -> networkDown(server, other);
            case ErrorCause.DeviceLost(var device) -> deviceLost(device);
            case ErrorCause.EngineMissing() -> engineMissing(how);
            case ErrorCause.SystemRefused(var part, var tool, var detail) -> systemRefused(part, tool, detail);
            case ErrorCause.NotPermitted() -> notPermitted(how);
            case ErrorCause.DaemonUnreachable(var socket) -> unreachable(socket, how);
            case ErrorCause.VersionMismatch(var ours, var theirs) -> mismatch(ours, theirs, how);
            case ErrorCause.BadRequest(var detail) -> badRequest(detail, how);
            case ErrorCause.NothingToPause() -> nothingToPause();
            case ErrorCause.Superseded() -> superseded();
            case ErrorCause.Defect(var code) -> defect(code, how);
        };
    }

    private static Explanation notLoggedIn() {
        return new Explanation(
                "Nobody is logged in.",
                "The Ginnel service has no API key yet, so no operator lets it connect.",
                "Run `ginnel login --api URL` and paste the key that your operator gave you.");
    }

    private static Explanation offline(String host) {
        return new Explanation(
                "The operator's API cannot be reached.",
                host
                        + " did not answer: this computer is offline, the name does not resolve, or nothing listens there.",
                "Check the network connection and try again. This says nothing against your key.");
    }

    private static Explanation untrusted(String host, String detail) {
        return new Explanation(
                "The operator's API cannot be trusted, so nothing was sent to it.",
                host + " did not prove who it is" + because(detail)
                        + ". A hotspot's login page, a wrong clock or somebody in between can cause this.",
                "Log in to the hotspot in a browser, check the date of this computer, or ask your operator.");
    }

    private static Explanation keyRefused() {
        return new Explanation(
                "The operator does not accept this key.",
                "Its API answered 401: the key is mistyped, expired or revoked.",
                "Copy the whole key again and run `ginnel login`, or ask your operator for a new one.");
    }

    private static Explanation tierRefused(String id) {
        return new Explanation(
                "Your key does not open the server " + id + ".",
                "The operator's API answered 403: the server belongs to another tier, or is gone.",
                "Choose one of `ginnel servers --refresh`.");
    }

    private static Explanation malformed(String call, String found) {
        return new Explanation(
                "The operator's API answered something Ginnel does not understand.",
                call + " answered " + found + ". Perhaps the URL is not that of an operator's API.",
                "Check the API URL (`ginnel status` shows it). " + TELL);
    }

    private static Explanation tooLarge(String call, long limitBytes) {
        return new Explanation(
                "The operator's API answered more than Ginnel reads.",
                call + " answered more than " + Amounts.bytes(limitBytes) + ".",
                "Check the API URL (`ginnel status` shows it). " + TELL);
    }

    private static Explanation tooSlow(String call, Duration limit) {
        return new Explanation(
                "The operator's API did not answer in time.",
                call + " was not answered within " + Amounts.duration(limit) + ".",
                "Try again in a minute. " + TELL);
    }

    private static Explanation rateLimited(Optional<Duration> retryAfter) {
        return new Explanation(
                "The operator's API asks us to wait.",
                "It answered 429: too many requests came from here, or with this key.",
                "Try again in " + retryAfter.map(Amounts::duration).orElse("a minute") + ".");
    }

    private static Explanation apiFailed(String call, int status, String message) {
        return new Explanation(
                "The operator's API failed.",
                call + " answered " + status + (message.isBlank() ? "." : ": " + message + "."),
                "Try again in a minute. " + TELL);
    }

    private static Explanation noServers() {
        return new Explanation(
                "There is no server to connect to.",
                "The operator offers none to your key.",
                "Ask your operator, or log in with another key: `ginnel login`.");
    }

    private static Explanation unknownServer(String id) {
        return new Explanation(
                "There is no server " + id + ".",
                "It is not on the list that the operator gave to your key.",
                "Choose one of `ginnel servers --refresh`.");
    }

    private static Explanation configRefused(List<ConfigProblem> problems) {
        return new Explanation(
                "The operator sent a config that Ginnel does not run.",
                listed(problems),
                "Nothing of it was run. Connect to another server, and tell your operator.");
    }

    /// That a config of the user's own was refused.
    public static Explanation ofOwnConfig(ErrorCause.ConfigRefused refused) {
        return new Explanation(
                "Ginnel does not run this config.",
                listed(refused.problems()),
                "Nothing of it was run or kept. Mend those lines, or ask for another config.");
    }

    private static String listed(List<ConfigProblem> problems) {
        var shown = problems.stream().limit(PROBLEMS_SHOWN).map(ConfigWords::of).toList();
        var more = problems.size() - shown.size();
        return String.join("; ", shown) + (more > 0 ? "; and " + more + " more" : "") + ".";
    }

    private static Explanation unresolved(String host) {
        return new Explanation(
                "The server's name has no address.",
                "No DNS server that was asked knows " + host + ".",
                "Check the network connection, or connect to another server. " + TELL);
    }

    private static Explanation keyPending(String id) {
        return new Explanation(
                "The server " + id + " does not know this computer yet.",
                "The operator says that the key of this computer has not reached it: it is behind, or cut off.",
                "Ginnel tries it again by itself. Until then connect to another server.");
    }

    private static Explanation noHandshake(String endpoint, Duration waited) {
        return new Explanation(
                "The server does not answer.",
                "WireGuard's handshake with " + endpoint + " had no reply within " + Amounts.duration(waited)
                        + ": the server is down, or this network drops UDP to it.",
                "Connect to another server, or try another network.");
    }

    private static Explanation networkDown(String server, String other) {
        return new Explanation(
                "Your network is down.",
                "Neither " + server + " nor " + other + " answers, so it is not the servers.",
                "Look at your router or your Wi-Fi. The tunnel comes back by itself when the network does.");
    }

    private static Explanation silent(String endpoint, Duration waited) {
        return new Explanation(
                "The tunnel carries nothing.",
                "The handshake with " + endpoint + " worked, but nothing came back through the tunnel within "
                        + Amounts.duration(waited) + ".",
                "Connect to another server. " + TELL);
    }

    private static Explanation deviceLost(String device) {
        return new Explanation(
                "The tunnel's network device went away.",
                "Something on this computer removed " + device + ", or its engine crashed.",
                "Connect again. If it keeps happening, `ginnel doctor` looks for the cause.");
    }

    private static Explanation engineMissing(HowTo how) {
        var what = "This computer has no WireGuard.";
        return how.engine()
                .map(part -> new Explanation(
                        what,
                        "`" + part + "`, which comes with Ginnel, was not found.",
                        "Install Ginnel again, and connect again."))
                .orElseGet(() -> new Explanation(
                        what,
                        "Neither the kernel's WireGuard nor the program `wireguard-go` was found.",
                        "Install the package `wireguard-go`, or a kernel with WireGuard, and connect again."));
    }

    private static Explanation systemRefused(ErrorCause.Part part, String tool, String detail) {
        var what = switch (part) {
            case FIREWALL -> "the firewall";
            case DEVICE -> "the network device";
            case ROUTES -> "the routes";
            case DNS -> "the DNS settings";
            case STORE -> "Ginnel's own files";
        };
        return new Explanation(
                "The system did not let Ginnel change " + what + ".",
                tool + " refused" + because(detail) + ".",
                "Run `ginnel doctor`: it looks for the cause.");
    }

    private static Explanation notPermitted(HowTo how) {
        return new Explanation(
                "You may look, but not change anything.",
                switch (how.system()) {
                    case LINUX, MACOS -> "Only root, the owner and the members of the group `ginnel` may.";
                    case WINDOWS ->
                        "Only the members of the group `ginnel` may, and programs that run as administrator.";
                },
                joining(how));
    }

    /// How a user who may only look is let in.
    public static String joining(HowTo how) {
        var command = "`" + how.join("USER") + "`";
        return switch (how.system()) {
            case LINUX ->
                "Run `ginnel-join`, which asks for an administrator's password, or have an administrator run " + command
                        + ". Either counts at once.";
            case MACOS -> "Have an administrator run " + command + ". It counts at once.";
            case WINDOWS -> "Have an administrator run " + command + ", then sign out and in again.";
        };
    }

    private static Explanation unreachable(String socket, HowTo how) {
        return new Explanation(
                "The Ginnel service does not answer.",
                "Nobody answers at " + socket + ": ginneld is not running, hangs, or listens elsewhere.",
                "Start it with " + command(how.start(), how) + ", or name its " + channel(how)
                        + " with --socket or GINNEL_SOCKET.");
    }

    private static Explanation mismatch(int ours, int theirs, HowTo how) {
        return new Explanation(
                "This command and the Ginnel service are of different versions.",
                "The command speaks version " + ours + " of their protocol, the service version " + theirs + ".",
                "Install both from the same release, and restart the service with " + command(how.restart(), how)
                        + ".");
    }

    private static Explanation badRequest(String detail, HowTo how) {
        return new Explanation(
                "This command and the Ginnel service do not understand each other.",
                "The conversation ended with: " + detail + ".",
                "Check that --socket or GINNEL_SOCKET names ginneld's " + channel(how)
                        + ", and that both are of the same release.");
    }

    private static String command(String command, HowTo how) {
        return "`" + command + "`" + (how.wantsRaisedTerminal() ? " (as administrator)" : "");
    }

    private static String channel(HowTo how) {
        return switch (how.system()) {
            case LINUX, MACOS -> "socket";
            case WINDOWS -> "pipe";
        };
    }

    private static Explanation nothingToPause() {
        return new Explanation(
                "There is nothing to pause.",
                "No tunnel is wanted and lockdown is off, so everything may leave already.",
                "`ginnel connect` protects this computer.");
    }

    private static Explanation superseded() {
        return new Explanation(
                "A newer request took the place of this one.",
                "Somebody asked for something else meanwhile: another command, or the window.",
                "`ginnel status` shows how things are now.");
    }

    private static Explanation defect(String code, HowTo how) {
        return new Explanation(
                "Ginnel has a defect.",
                "It ran into something that should not happen; the code is " + code + ".",
                "Try again. Please report it with this code; the service's log has the rest under it: "
                        + command(how.showLog(), how) + ".");
    }

    private static String because(String detail) {
        return detail.isBlank() ? "" : " (" + detail + ")";
    }
}
