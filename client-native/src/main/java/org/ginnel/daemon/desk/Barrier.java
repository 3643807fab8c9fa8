// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.control.Finding;
import org.ginnel.control.Finding.Verdict;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.daemon.machine.Blocked;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.Connecting;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Disconnecting;
import org.ginnel.daemon.machine.FailingOver;
import org.ginnel.daemon.machine.Paused;
import org.ginnel.daemon.machine.Preparing;
import org.ginnel.daemon.machine.Racing;
import org.ginnel.daemon.machine.Standing;
import org.ginnel.daemon.machine.State;
import org.ginnel.daemon.machine.Switching;
import org.ginnel.tunnel.ErrorCause;

/// Says which rules keep packets in, since when and why, and the way out: a finding for every state in which not
/// everything may leave. The numbers are the paragraphs of `docs/security.md`. Pure.
final class Barrier {
    private static final String CHECK = "refused";
    private static final String FOR_A_WHILE = "Let everything out for ten minutes with: ginnel pause 10m. ";
    private static final String UNLOCK = "For good with: ginnel settings lockdown off";
    private static final String OPEN = "For good with: ginnel disconnect, and ginnel settings lockdown off";

    /// @param since when the state began
    /// @param counted what the rules have refused
    static Optional<Finding> finding(State state, Instant since, List<Refused> counted) {
        var rules = rules(counted);
        return switch (state) {
            case Disconnected(var _, var locked) -> lockdown(locked, since, rules);
            case Paused _ -> Optional.empty();
            case Preparing(var _, Standing.Rest(var locked), var _) -> lockdown(locked, since, rules);
            case Preparing(var _, Standing.Held _, var _) -> tunnel(since, rules);
            case Preparing(var _, Standing.Shut(var why, var _, var _), var _) ->
                block(since, why, "Wait: Ginnel is trying again. ", rules);
            case Connecting _, Racing _, Connected _, Switching _, FailingOver _, Disconnecting _ ->
                tunnel(since, rules);
            case Blocked(var why, var when, var leaks, var retry, var _) ->
                leaks
                        ? Optional.of(leaking(when, why))
                        : block(when, why, retry.isPresent() ? "Wait: Ginnel tries again. " : firstStep(why), rules);
        };
    }

    private static Optional<Finding> lockdown(boolean locked, Instant since, String rules) {
        return locked
                ? warning(
                        "nothing may leave without a tunnel since %s: lockdown; %s".formatted(seconds(since), rules),
                        "Connect. " + FOR_A_WHILE + UNLOCK)
                : Optional.empty();
    }

    private static Optional<Finding> block(Instant since, ErrorCause why, String step, String rules) {
        return warning(
                "nothing may leave since %s: %s; %s".formatted(seconds(since), named(why), rules),
                step + FOR_A_WHILE + OPEN);
    }

    private static Optional<Finding> tunnel(Instant since, String rules) {
        var detail = "only what goes through the tunnel may leave since %s; %s".formatted(seconds(since), rules);
        return Optional.of(new Finding(CHECK, Verdict.OK, detail, ""));
    }

    private static Finding leaking(Instant since, ErrorCause why) {
        return new Finding(
                CHECK,
                Verdict.FAILED,
                "nothing is refused since %s, because our rules could not be put up: %s"
                        .formatted(seconds(since), named(why)),
                "Take the network away until this is solved: install nftables and look into the log. Then connect again.");
    }

    private static Optional<Finding> warning(String detail, String advice) {
        return Optional.of(new Finding(CHECK, Verdict.WARNING, detail, advice));
    }

    private static Instant seconds(Instant since) {
        return since.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String rules(List<Refused> counted) {
        return counted.isEmpty()
                ? "%s and %s refuse it, and had nothing to refuse yet".formatted(rule(9), rule(5))
                : counted.stream()
                        .map(one -> rule(one.paragraph()) + ": " + one.packets()
                                + (one.packets() == 1 ? " packet" : " packets"))
                        .collect(Collectors.joining("; ", "refused by ", ""));
    }

    private static String rule(int paragraph) {
        var about = switch (paragraph) {
            case 5 -> "names asked outside the tunnel";
            case 8 -> "names asked of the local network";
            case 12 -> "the tunnel's addresses on another interface";
            default -> "what does not go through the tunnel";
        };
        return "rule " + paragraph + " (" + about + ")";
    }

    /// As in `no handshake [endpoint=203.0.113.6:51820, waited=PT10S]`: facts, for sentences are made by clients.
    static String named(ErrorCause cause) {
        var kind = cause.getClass().getSimpleName();
        var facts = cause.toString().substring(kind.length());
        var words = kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return facts.equals("[]") ? words : words + " " + facts;
    }

    /// What to do where Ginnel does not go on by itself.
    private static String firstStep(ErrorCause why) {
        return switch (why) {
            case ErrorCause.NotLoggedIn(), ErrorCause.KeyRefused() -> "Log in again with: ginnel login. ";
            case ErrorCause.TierRefused _,
                    ErrorCause.NoServers(),
                    ErrorCause.UnknownServer _,
                    ErrorCause.KeyPending _,
                    ErrorCause.ConfigRefused _ -> "Choose a server of: ginnel servers --refresh. ";
            case ErrorCause.EngineMissing() -> "Install the package wireguard-go and connect again. ";
            case ErrorCause.Offline _, ErrorCause.EndpointUnresolved _ ->
                "See that this computer is online and connect again. ";
            case ErrorCause.ApiUntrusted _,
                    ErrorCause.ApiMalformed _,
                    ErrorCause.ApiTooLarge _,
                    ErrorCause.ApiTooSlow _,
                    ErrorCause.RateLimited _,
                    ErrorCause.ApiFailed _,
                    ErrorCause.NoHandshake _,
                    ErrorCause.TunnelSilent _,
                    ErrorCause.NetworkDown _,
                    ErrorCause.DeviceLost _,
                    ErrorCause.SystemRefused _,
                    ErrorCause.NotPermitted(),
                    ErrorCause.DaemonUnreachable _,
                    ErrorCause.VersionMismatch _,
                    ErrorCause.BadRequest _,
                    ErrorCause.NothingToPause(),
                    ErrorCause.Superseded(),
                    ErrorCause.Defect _ -> "Connect again with: ginnel connect. ";
        };
    }

    private Barrier() {}
}
