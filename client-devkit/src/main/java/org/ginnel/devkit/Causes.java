// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.ConfigProblem;

/// One of each cause, for tests that must not miss any. `CausesTest` holds the list complete.
public final class Causes {
    /// Every kind of cause, in the order of [ErrorCause].
    public static final List<ErrorCause> ALL = List.of(
            new ErrorCause.NotLoggedIn(),
            new ErrorCause.Offline("api.vpn.example.com"),
            new ErrorCause.ApiUntrusted("api.vpn.example.com", "the certificate expired on 2026-10-01"),
            new ErrorCause.KeyRefused(),
            new ErrorCause.TierRefused("ap-northeast-1"),
            new ErrorCause.ApiMalformed("GET /api/servers", "text/html"),
            new ErrorCause.ApiTooLarge("GET /api/servers", 1_000_000),
            new ErrorCause.ApiTooSlow("POST /api/provision", Duration.ofSeconds(35)),
            new ErrorCause.RateLimited(Optional.of(Duration.ofSeconds(30))),
            new ErrorCause.ApiFailed("POST /api/provision", 500, "Failed to generate client configuration"),
            new ErrorCause.NoServers(),
            new ErrorCause.UnknownServer("xx-nowhere-1"),
            new ErrorCause.ConfigRefused(List.of(
                    new ConfigProblem(4, "PostUp", ConfigProblem.Reason.FORBIDDEN_KEY),
                    new ConfigProblem(0, "[Peer]", ConfigProblem.Reason.MISSING_SECTION))),
            new ErrorCause.EndpointUnresolved("tokyo.vpn.example.com"),
            new ErrorCause.KeyPending("ap-northeast-1"),
            new ErrorCause.NoHandshake("203.0.113.6:51820", Duration.ofSeconds(10)),
            new ErrorCause.TunnelSilent("203.0.113.6:51820", Duration.ofSeconds(5)),
            new ErrorCause.NetworkDown("eu-central-1", "eu-west-1"),
            new ErrorCause.DeviceLost("ginnel0"),
            new ErrorCause.EngineMissing(),
            new ErrorCause.SystemRefused(ErrorCause.Part.FIREWALL, "nft", "Operation not permitted"),
            new ErrorCause.NotPermitted(),
            new ErrorCause.DaemonUnreachable("/run/ginnel/ginneld.sock"),
            new ErrorCause.VersionMismatch(1, 2),
            new ErrorCause.BadRequest("a frame of 70000 bytes, where 2 to 65536 are allowed"),
            new ErrorCause.NothingToPause(),
            new ErrorCause.Superseded(),
            new ErrorCause.Defect("4711"));

    private Causes() {}
}
