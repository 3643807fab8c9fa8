// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.wireguard.IpNetwork;

/// The addresses inside the tunnel of one server: one subnet or several. A peer's place is a slot, counted through all
/// of them from 2 on, so a subnet that is added at the end moves nobody.
///
/// @param subnets at least one, none of which overlap
public record TunnelNetwork(List<Subnet> subnets) {
    /// The first slot that a peer may have.
    public static final int FIRST_SLOT = Subnet.FIRST;

    private static final int MAX_SLOTS = 1 << 25;

    public TunnelNetwork {
        subnets = List.copyOf(subnets);
        if (subnets.isEmpty() || subnets.stream().mapToLong(Subnet::last).sum() > MAX_SLOTS) {
            throw new IllegalArgumentException("ipv4 is one network or several, of 33 million addresses at most");
        }
        for (int i = 0; i < subnets.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (subnets.get(i).overlaps(subnets.get(j))) {
                    throw new IllegalArgumentException("two of its networks overlap");
                }
            }
        }
    }

    /// One subnet.
    public TunnelNetwork(IpNetwork ipv4, Optional<IpNetwork> ipv6) {
        this(List.of(new Subnet(ipv4, ipv6)));
    }

    /// The last slot that a peer may have.
    public int lastSlot() {
        return 1 + subnets.stream().mapToInt(subnet -> subnet.last() - 1).sum();
    }

    /// The gateway's own addresses, with the prefixes of the subnets.
    public List<IpNetwork> gateway() {
        return subnets.stream()
                .flatMap(subnet -> subnet.withPrefix(Subnet.GATEWAY).stream())
                .toList();
    }

    /// What a peer puts on its interface: its addresses with the prefix of the subnet, IPv4 first.
    public List<IpNetwork> interfaceAddresses(int slot) {
        var place = place(slot);
        return place.subnet().withPrefix(place.number());
    }

    /// What the gateway lets the peer send from: its addresses alone.
    public List<IpNetwork> allowedIps(int slot) {
        var place = place(slot);
        return place.subnet().alone(place.number());
    }

    /// Whose slot an IPv4 address is; empty when it is no peer's.
    public Optional<Integer> slotOf(InetAddress address) {
        var before = 0;
        for (var subnet : subnets) {
            if (subnet.ipv4().contains(address)) {
                var number = subnet.number(address);
                return number < Subnet.FIRST || number > subnet.last()
                        ? Optional.empty()
                        : Optional.of(before + number);
            }
            before += subnet.last() - 1;
        }
        return Optional.empty();
    }

    private Place place(int slot) {
        var number = slot;
        for (var subnet : subnets) {
            if (number >= Subnet.FIRST && number <= subnet.last()) {
                return new Place(subnet, number);
            }
            number -= subnet.last() - 1;
        }
        throw new IllegalArgumentException("slot " + slot + " is not in " + subnets);
    }

    /// Whether an address may belong to both.
    public boolean overlaps(TunnelNetwork other) {
        return subnets.stream().anyMatch(one -> other.subnets.stream().anyMatch(one::overlaps));
    }

    /// The IPv4 networks as text, to be compared with later ones.
    public String ipv4Text() {
        return subnets.stream().map(subnet -> subnet.ipv4().toString()).collect(Collectors.joining(","));
    }

    /// The IPv6 networks as text; a subnet without one leaves its place empty.
    public String ipv6Text() {
        return subnets.stream()
                .map(subnet -> subnet.ipv6().map(IpNetwork::toString).orElse(""))
                .collect(Collectors.joining(","));
    }

    private record Place(Subnet subnet, int number) {}
}
