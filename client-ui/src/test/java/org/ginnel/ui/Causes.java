// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.ConfigProblem;

/// Every cause there is, some in several shapes.
public final class Causes {
    /// At least one of each type.
    public static Stream<ErrorCause> all() {
        var five = Duration.ofSeconds(5);
        var plain = Stream.of(
                new ErrorCause.NotLoggedIn(),
                new ErrorCause.Offline("api.vpn.example.com"),
                new ErrorCause.ApiUntrusted("api.vpn.example.com", "the certificate has expired"),
                new ErrorCause.KeyRefused(),
                new ErrorCause.TierRefused("eu-central-1"),
                new ErrorCause.ApiMalformed("GET /api/servers", "text/html"),
                new ErrorCause.ApiTooLarge("GET /api/servers", 1_048_576),
                new ErrorCause.ApiTooSlow("POST /api/provision", five),
                new ErrorCause.RateLimited(Optional.of(five)),
                new ErrorCause.RateLimited(Optional.empty()),
                new ErrorCause.ApiFailed("POST /api/provision", 500, "No servers available"),
                new ErrorCause.ApiFailed("POST /api/provision", 500, ""),
                new ErrorCause.NoServers(),
                new ErrorCause.UnknownServer("eu-central-9"),
                new ErrorCause.EndpointUnresolved("frankfurt.vpn.example.com"),
                new ErrorCause.KeyPending("eu-central-1"),
                new ErrorCause.NoHandshake("203.0.113.4:51820", five),
                new ErrorCause.TunnelSilent("203.0.113.4:51820", five),
                new ErrorCause.NetworkDown("eu-central-1", "eu-west-1"),
                new ErrorCause.DeviceLost("ginnel0"),
                new ErrorCause.EngineMissing(),
                new ErrorCause.SystemRefused(ErrorCause.Part.DNS, "resolvectl", ""),
                new ErrorCause.NotPermitted(),
                new ErrorCause.DaemonUnreachable("/run/ginnel/ginneld.sock"),
                new ErrorCause.VersionMismatch(1, 2),
                new ErrorCause.BadRequest("a server id is 1 to 64 of [A-Za-z0-9._-]"),
                new ErrorCause.NothingToPause(),
                new ErrorCause.Superseded(),
                new ErrorCause.Defect("c0ffee42"));
        return Stream.of(plain, refusedParts(), refusedConfigs()).flatMap(causes -> causes);
    }

    private static Stream<ErrorCause> refusedParts() {
        return Arrays.stream(ErrorCause.Part.values())
                .map(part -> new ErrorCause.SystemRefused(part, "nft", "Operation not permitted"));
    }

    private static Stream<ErrorCause> refusedConfigs() {
        var one = Arrays.stream(ConfigProblem.Reason.values())
                .map(reason -> new ErrorCause.ConfigRefused(List.of(new ConfigProblem(3, "PostUp", reason))));
        var absent = new ConfigProblem(0, "PrivateKey", ConfigProblem.Reason.MISSING_KEY);
        return Stream.concat(
                one,
                Stream.of(
                        new ErrorCause.ConfigRefused(List.of()),
                        new ErrorCause.ConfigRefused(List.of(absent)),
                        new ErrorCause.ConfigRefused(List.of(absent, absent, absent))));
    }

    private Causes() {}
}
