// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import org.ginnel.tunnel.ErrorCause;

/// Whether a failure may pass by itself.
final class Lasting {
    /// True when the same attempt may work later with nobody doing anything.
    static boolean mayPass(ErrorCause cause) {
        return switch (cause) {
            case ErrorCause.Offline _,
                    ErrorCause.ApiUntrusted _,
                    ErrorCause.ApiMalformed _,
                    ErrorCause.ApiTooLarge _,
                    ErrorCause.ApiTooSlow _,
                    ErrorCause.RateLimited _,
                    ErrorCause.ApiFailed _,
                    ErrorCause.EndpointUnresolved _,
                    ErrorCause.KeyPending _,
                    ErrorCause.NoHandshake _,
                    ErrorCause.TunnelSilent _,
                    ErrorCause.NetworkDown _,
                    ErrorCause.DeviceLost _ -> true;
            case ErrorCause.NotLoggedIn(),
                    ErrorCause.KeyRefused(),
                    ErrorCause.TierRefused _,
                    ErrorCause.NoServers(),
                    ErrorCause.UnknownServer _,
                    ErrorCause.ConfigRefused _,
                    ErrorCause.EngineMissing(),
                    ErrorCause.SystemRefused _,
                    ErrorCause.NotPermitted(),
                    ErrorCause.DaemonUnreachable _,
                    ErrorCause.VersionMismatch _,
                    ErrorCause.BadRequest _,
                    ErrorCause.Superseded(),
                    ErrorCause.NothingToPause(),
                    ErrorCause.Defect _ -> false;
        };
    }

    private Lasting() {}
}
