// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.ginnel.lab.net.Addresses.OfGateway;

/// Which gateways a lab has. The first is the machine `gw1`, and so on.
///
/// @param gateways 1 to 62
/// @param ghosts how many more servers the API lists, for the `pro` tier, at most 254 for each gateway. Each is
///     as far away as a gateway and refuses TCP, so it can be measured, but nobody gets a tunnel to it
/// @param devices whether the operator makes devices (`/api/v1`); else its clients have the legacy surface only
public record LabPlan(List<Site> gateways, int ghosts, boolean devices) {
    /// Three gateways, the nearest first; the last is for the `pro` tier only.
    public static final LabPlan DEFAULT = new LabPlan(
            List.of(
                    new Site("nl-ams-1", "Amsterdam", "Netherlands", "basic", 52.37, 4.9, Duration.ofMillis(5)),
                    new Site("de-fra-1", "Frankfurt", "Germany", "basic", 50.11, 8.68, Duration.ofMillis(40)),
                    new Site("jp-tyo-1", "Tokyo", "Japan", "pro", 35.68, 139.69, Duration.ofMillis(120))),
            0,
            true);

    /// One gateway as the operator advertises it.
    ///
    /// @param id what the API calls it
    /// @param city its name, for people
    /// @param tier the lowest tier that may use it, `basic` or `pro`
    /// @param roundTrip between the internet and the gateway
    /// @param ipv6 whether its clients get an IPv6 address in the tunnel
    public record Site(
            String id,
            String city,
            String country,
            String tier,
            double latitude,
            double longitude,
            Duration roundTrip,
            boolean ipv6) {
        /// One that carries both families.
        public Site(
                String id,
                String city,
                String country,
                String tier,
                double latitude,
                double longitude,
                Duration roundTrip) {
            this(id, city, country, tier, latitude, longitude, roundTrip, true);
        }

        /// The same, but what it gives its clients has no IPv6 in it.
        public Site withoutIpv6() {
            return new Site(id, city, country, tier, latitude, longitude, roundTrip, false);
        }
    }

    public LabPlan {
        gateways = List.copyOf(gateways);
        if (gateways.isEmpty() || gateways.size() > 62) {
            throw new IllegalArgumentException("a lab has 1 to 62 gateways");
        }
        if (ghosts < 0 || ghosts > gateways.size() * OfGateway.MAX_GHOSTS) {
            throw new IllegalArgumentException("a lab has at most " + OfGateway.MAX_GHOSTS + " ghosts per gateway");
        }
    }

    /// One whose operator has the legacy surface only.
    public LabPlan(List<Site> gateways, int ghosts) {
        this(gateways, ghosts, false);
    }

    /// The same with an operator that has the legacy surface only.
    public LabPlan legacy() {
        return new LabPlan(gateways, ghosts, false);
    }

    /// The same with so many more servers in the API's list.
    public LabPlan withGhosts(int count) {
        return new LabPlan(gateways, count, devices);
    }

    /// The addresses of all gateways, in order.
    List<OfGateway> addresses() {
        return IntStream.rangeClosed(1, gateways.size())
                .mapToObj(OfGateway::new)
                .toList();
    }
}
