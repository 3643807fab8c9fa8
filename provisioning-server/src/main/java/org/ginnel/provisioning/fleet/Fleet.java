// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ginnel.account.Tier;
import org.ginnel.wireguard.IpNetwork;

/// All servers of an operator, in the operator's order, and who may see which.
///
/// @param devices the addresses of devices, which are the same on every server; without them there is no `/api/v1`
///     for devices
/// @param tiers what is said of `basic` and `pro`; a tier that is not in it has the usual words
/// @param webhooks who is told of every change
public record Fleet(
        List<Gateway> gateways,
        Optional<TunnelNetwork> devices,
        Terms terms,
        Map<String, TierTerms> tiers,
        List<Webhook> webhooks) {
    static final String PRO = "pro";
    static final String BASIC = "basic";

    private static final TierTerms PRO_TERMS = new TierTerms("Pro", "Every server, in all regions", Optional.empty());
    private static final TierTerms BASIC_TERMS =
            new TierTerms("Basic", "The servers of the basic tier", Optional.empty());

    public Fleet {
        gateways = List.copyOf(gateways);
        tiers = Map.copyOf(tiers);
        webhooks = List.copyOf(webhooks);
        if (!List.of(BASIC, PRO).containsAll(tiers.keySet())) {
            throw new IllegalArgumentException("tiers are \"basic\" and \"pro\"");
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
        this(gateways, Optional.empty(), Terms.USUAL, Map.of(), List.of());
    }

    /// The same with a network for devices.
    public Fleet withDevices(TunnelNetwork network) {
        return new Fleet(gateways, Optional.of(network), terms, tiers, webhooks);
    }

    /// The same with other limits.
    public Fleet withTerms(Terms others) {
        return new Fleet(gateways, devices, others, tiers, webhooks);
    }

    /// The same with other words for its tiers.
    public Fleet withTiers(Map<String, TierTerms> others) {
        return new Fleet(gateways, devices, terms, others, webhooks);
    }

    /// The same with others who are told of every change.
    public Fleet withWebhooks(List<Webhook> others) {
        return new Fleet(gateways, devices, terms, tiers, others);
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
        var known = known(tier);
        var words = words(known);
        return new Tier(known, words.name(), visibleTo(tier).size(), words.description());
    }

    private static String known(String tier) {
        return tier.equals(PRO) ? PRO : BASIC;
    }

    private TierTerms words(String known) {
        return tiers.getOrDefault(known, known.equals(PRO) ? PRO_TERMS : BASIC_TERMS);
    }

    /// How many devices a user of the tier may have.
    public int maxDevices(String tier) {
        return words(known(tier)).maxDevices().orElse(terms.maxDevices());
    }

    /// How long a gateway keeps peers while it cannot reach the service.
    public Duration peerLease() {
        return terms.peerLease();
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
