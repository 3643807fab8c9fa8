// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.problem;

import java.util.Optional;
import org.ginnel.host.HowTo;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.text.Message;

/// A cause in the words for people: what happened, why, what to do next, and the button that does it.
public record Problem(Message title, Message why, Message next, Optional<Remedy> remedy) {

    /// The words for that cause, on the system that this runs on.
    public static Problem of(ErrorCause cause) {
        return of(cause, HowTo.here());
    }

    /// The words for that cause.
    ///
    /// @param how what to do on the system of who reads them
    public static Problem of(ErrorCause cause, HowTo how) {
        return switch (cause) {
            case ErrorCause.NotLoggedIn _ -> AccountProblems.notLoggedIn();
            case ErrorCause.KeyRefused _ -> AccountProblems.keyRefused();
            case ErrorCause.TierRefused(var server) -> AccountProblems.tierRefused(server);
            case ErrorCause.NoServers _ -> AccountProblems.noServers();
            case ErrorCause.UnknownServer(var server) -> AccountProblems.unknownServer(server);
            case ErrorCause.Offline(var host) -> ProviderProblems.offline(host);
            case ErrorCause.ApiUntrusted untrusted -> ProviderProblems.untrusted(untrusted, how);
            case ErrorCause.ApiMalformed malformed -> ProviderProblems.malformed(malformed);
            case ErrorCause.ApiTooLarge large -> ProviderProblems.tooLarge(large);
            case ErrorCause.ApiTooSlow slow -> ProviderProblems.tooSlow(slow);
            case ErrorCause.RateLimited(var retryAfter) -> ProviderProblems.rateLimited(retryAfter);
            case ErrorCause.ApiFailed failed -> ProviderProblems.failed(failed);
            case ErrorCause.ConfigRefused(var problems) -> TunnelProblems.configRefused(problems);
            case ErrorCause.EndpointUnresolved(var host) -> TunnelProblems.unresolved(host);
            case ErrorCause.KeyPending(var server) -> TunnelProblems.keyPending(server);
            case ErrorCause.NoHandshake silent -> TunnelProblems.noHandshake(silent);
            case ErrorCause.NetworkDown down -> TunnelProblems.networkDown(down);
            case ErrorCause.TunnelSilent silent -> TunnelProblems.tunnelSilent(silent);
            case ErrorCause.DeviceLost(var device) -> TunnelProblems.deviceLost(device);
            case ErrorCause.EngineMissing _ -> MachineProblems.engineMissing(how);
            case ErrorCause.SystemRefused refused -> MachineProblems.systemRefused(refused, how);
            case ErrorCause.NotPermitted _ -> MachineProblems.notPermitted(how);
            case ErrorCause.DaemonUnreachable(var socket) -> MachineProblems.unreachable(socket, how);
            case ErrorCause.VersionMismatch mismatch -> MachineProblems.versions(mismatch, how);
            case ErrorCause.BadRequest(var detail) -> MachineProblems.badRequest(detail);
            case ErrorCause.NothingToPause _ -> MachineProblems.nothingToPause();
            case ErrorCause.Superseded _ -> MachineProblems.superseded();
            case ErrorCause.Defect(var code) -> MachineProblems.defect(code);
        };
    }

    static Problem curable(Message title, Message why, Message next, Remedy remedy) {
        return new Problem(title, why, next, Optional.of(remedy));
    }
}
