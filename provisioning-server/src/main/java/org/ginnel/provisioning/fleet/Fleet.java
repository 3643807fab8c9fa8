// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ginnel.account.Tier;

/// All servers of an operator, in the operator's order, and who may see which.
public record Fleet(List<Gateway> gateways) {
    private static final String PRO = "pro";
    private static final String BASIC = "basic";

    public Fleet {
        gateways = List.copyOf(gateways);
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
