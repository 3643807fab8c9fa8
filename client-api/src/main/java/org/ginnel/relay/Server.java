// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.util.Optional;

/// A VPN server that the operator offers: the nine fields of the wire contract, section 1, and what may be added.
///
/// @param id the operator's name for it, 1 to 64 of `[A-Za-z0-9._-]`
/// @param name a city, for people
/// @param endpoint a host name or an address, without a port and without brackets
/// @param port UDP port of WireGuard, 1 to 65535
/// @param region the operator's word, such as `us-east`
/// @param country an English name or an ISO code, for people
/// @param tier id of the lowest tier that may use it
/// @param latitude degrees, -90 to 90
/// @param longitude degrees, -180 to 180
/// @param probePort TCP port to measure latency on, where the operator names one
/// @param load 0 (idle) to 1 (full), where the operator reports it
/// @param weight how much the operator would have it chosen, 0 to [#MOST_WEIGHT]; 1 is as any other
/// @param capacity how much it carries, in the operator's unit, 0 to [#MOST_CAPACITY]
public record Server(
        String id,
        String name,
        String endpoint,
        int port,
        String region,
        String country,
        String tier,
        double latitude,
        double longitude,
        Optional<Integer> probePort,
        Optional<Double> load,
        Optional<Double> weight,
        Optional<Double> capacity) {
    /// The largest weight.
    public static final double MOST_WEIGHT = 1_000;
    /// The largest capacity.
    public static final double MOST_CAPACITY = 1e12;
    /// Region and tier of a server that no operator offers: the user's own, from a config. Where it is nobody knows.
    public static final String OWN = "own";

    public Server {
        if (!isId(id)) {
            throw new IllegalArgumentException("a server id is 1 to 64 of [A-Za-z0-9._-]");
        }
        if (endpoint.isEmpty() || endpoint.length() > 253) {
            throw new IllegalArgumentException("an endpoint has 1 to 253 characters");
        }
        if (port < 1
                || port > 65535
                || probePort.filter(p -> p < 1 || p > 65535).isPresent()) {
            throw new IllegalArgumentException("a port is 1 to 65535");
        }
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("coordinates are off the globe");
        }
        if (load.filter(l -> !(l >= 0 && l <= 1)).isPresent()) {
            throw new IllegalArgumentException("load is 0 to 1");
        }
        if (weight.filter(w -> !(w >= 0 && w <= MOST_WEIGHT)).isPresent()
                || capacity.filter(c -> !(c >= 0 && c <= MOST_CAPACITY)).isPresent()) {
            throw new IllegalArgumentException("a weight or a capacity is out of range");
        }
    }

    /// A server of which the operator says neither weight nor capacity.
    public Server(
            String id,
            String name,
            String endpoint,
            int port,
            String region,
            String country,
            String tier,
            double latitude,
            double longitude,
            Optional<Integer> probePort,
            Optional<Double> load) {
        this(
                id,
                name,
                endpoint,
                port,
                region,
                country,
                tier,
                latitude,
                longitude,
                probePort,
                load,
                Optional.empty(),
                Optional.empty());
    }

    /// Whether the user brought it along.
    public boolean isOwn() {
        return tier.equals(OWN) && region.equals(OWN);
    }

    /// Whether `text` may be the id of a server.
    public static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= 64
                && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0));
    }
}
