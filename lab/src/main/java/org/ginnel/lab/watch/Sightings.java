// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.watch;

import java.util.regex.Pattern;

/// How many packets the home router got from the client, by kind. ARP is not counted.
///
/// @param tunnel to a gateway's WireGuard port, encrypted
/// @param probe to the same port over TCP: measuring
/// @param api to the provisioning API
/// @param dns to port 53 of anybody, readable
/// @param lan to neighbours and multicast groups
/// @param link what keeps the link alive: neighbour discovery, MLD reports, DHCP
/// @param clear everything else: what a tunnel should have carried
public record Sightings(long tunnel, long probe, long api, long dns, long lan, long link, long clear) {
    /// Reads what `nft list counters` prints.
    public static Sightings parse(String counters) {
        return new Sightings(
                packets(counters, "tunnel"),
                packets(counters, "probe"),
                packets(counters, "api"),
                packets(counters, "dns"),
                packets(counters, "lan"),
                packets(counters, "link"),
                packets(counters, "clear"));
    }

    private static long packets(String counters, String name) {
        var found =
                Pattern.compile("counter " + name + " \\{\\s*packets (\\d+) ").matcher(counters);
        if (!found.find()) {
            throw new IllegalArgumentException("the router has no counter " + name);
        }
        return Long.parseLong(found.group(1));
    }

    /// What left readable although a tunnel should have carried it.
    public long leaked() {
        return dns + clear;
    }

    /// What came after `earlier`.
    public Sightings since(Sightings earlier) {
        return new Sightings(
                tunnel - earlier.tunnel,
                probe - earlier.probe,
                api - earlier.api,
                dns - earlier.dns,
                lan - earlier.lan,
                link - earlier.link,
                clear - earlier.clear);
    }
}
