// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ginnel.account.Tier;
import org.ginnel.wireguard.IpNetwork;

/// All servers of an operator, in the operator's order, and who may see which.
///
/// @param devices the addresses of devices, which are the same on every server; without them there is no `/api/v1`
///     for devices
/// @param maxDevices how many devices a user may have
/// @param webhooks who is told of every change
/// @param peerLease how long a gateway keeps peers while it cannot reach the service
public record Fleet(
        List<Gateway> gateways,
        Optional<TunnelNetwork> devices,
        int maxDevices,
        Duration peerLease,
        List<Webhook> webhooks) {
    private static final int MAX_DEVICES = 10;
    private static final Duration PEER_LEASE = Duration.ofDays(1);

    private static final String PRO = "pro";
    private static final String BASIC = "basic";

    public Fleet {
        gateways = List.copyOf(gateways);
        webhooks = List.copyOf(webhooks);
        if (maxDevices < 1 || peerLease.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("max_devices is 1 or more, peer_lease_s 60 or more");
        }
        for (var gateway : gateways) {
            if (devices.filter(network -> network.overlaps(gateway.network())).isPresent()) {
                throw new IllegalArgumentException("the networks of devices overlap those of " + gateway.id());
            }
        }
        var ids = new HashSet<String>();
        var tokens = new HashSet<AgentToken>();
        for (var gateway : gateways) {
            if (!ids.add(gateway.id())) {
                throw new IllegalArgumentException("the id " + gateway.id() + " stands twice");
            }
            if (!gateway.agentToken().stream().allMatch(tokens::add)) {
                throw new IllegalArgumentException("the agent token of " + gateway.id() + " is another server's too");
            }
        }
    }

    /// Servers without a network for devices, and the usual limits.
    public Fleet(List<Gateway> gateways) {
        this(gateways, Optional.empty(), MAX_DEVICES, PEER_LEASE, List.of());
    }

    /// The same with a network for devices.
    public Fleet withDevices(TunnelNetwork network) {
        return new Fleet(gateways, Optional.of(network), maxDevices, peerLease, webhooks);
    }

    /// The same with other limits.
    public Fleet withLimits(Optional<Integer> devicesPerUser, Optional<Duration> lease) {
        return new Fleet(gateways, devices, devicesPerUser.orElse(maxDevices), lease.orElse(peerLease), webhooks);
    }

    /// The same with others who are told of every change.
    public Fleet withWebhooks(List<Webhook> others) {
        return new Fleet(gateways, devices, maxDevices, peerLease, others);
    }

    /// Which peers a gateway has: its own, and those of the devices of every tier that may use it.
    public Set<Scope> scopes(Gateway gateway) {
        var scopes = new LinkedHashSet<Scope>();
        scopes.add(Scope.server(gateway.id()));
        for (var tier : List.of(BASIC, PRO)) {
            if (visibleTo(tier).contains(gateway)) {
                scopes.add(Scope.tier(tier));
            }
        }
        return scopes;
    }

    /// The addresses that a gateway's interface has inside the tunnel.
    public List<IpNetwork> interfaceAddresses(Gateway gateway) {
        return Stream.concat(
                        gateway.network().gateway().stream(),
                        devices.stream().flatMap(network -> network.gateway().stream()))
                .toList();
    }

    /// The servers of a tier: `pro` sees all, any other tier those marked `basic`.
    public List<Gateway> visibleTo(String tier) {
        return tier.equals(PRO)
                ? gateways
                : gateways.stream().filter(g -> g.server().tier().equals(BASIC)).toList();
    }

    /// What clients are told of a tier. The wire contract knows two words: a tier that is not `pro` is `basic`.
    public Tier describe(String tier) {
        var count = visibleTo(tier).size();
        return tier.equals(PRO)
                ? new Tier(PRO, "Pro", count, "Every server, in all regions")
                : new Tier(BASIC, "Basic", count, "The servers of the basic tier");
    }

    public Optional<Gateway> find(String id) {
        return gateways.stream().filter(g -> g.id().equals(id)).findFirst();
    }

    /// The gateway whose agent presents this token. Every token is compared, so time does not tell which came close.
    public Optional<Gateway> ofAgent(String token) {
        var found = Optional.<Gateway>empty();
        for (var gateway : gateways) {
            if (gateway.agentToken().filter(t -> t.matches(token)).isPresent()) {
                found = Optional.of(gateway);
            }
        }
        return found;
    }
}
