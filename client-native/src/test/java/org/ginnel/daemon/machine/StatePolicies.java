// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ginnel.daemon.Golden;
import org.ginnel.daemon.firewall.FirewallPolicy;

/// Every policy that the machine ever asks for, by the state that it is asked for in: each state hears each event in
/// each
/// world, and what stands in the next state is the last policy of that step.
public final class StatePolicies {
    private StatePolicies() {}

    /// By the names of states.
    public static Map<String, Set<FirewallPolicy>> byState() {
        Map<String, Set<FirewallPolicy>> found = new TreeMap<>();
        for (var world : List.of(Samples.WORLD, Samples.LOCKDOWN)) {
            for (var state : Samples.states()) {
                for (var event : Samples.events()) {
                    var step = state.on(event, world);
                    var policies = found.computeIfAbsent(step.next().getClass().getSimpleName(), _ -> new HashSet<>());
                    step.effects().stream()
                            .filter(Effect.ApplyFirewall.class::isInstance)
                            .map(Effect.ApplyFirewall.class::cast)
                            .reduce((_, last) -> last)
                            .ifPresent(last -> policies.add(last.policy()));
                }
            }
        }
        return found;
    }

    /// A golden for each state: the texts of its policies, one of each shape, with a line between them.
    ///
    /// @param place of the goldens, such as `macos/states`
    /// @param ending of their names
    public static void assertGoldens(String place, String ending, Function<FirewallPolicy, String> render) {
        byState()
                .forEach((state, policies) -> Golden.assertGolden(
                        place + "/" + state + ending,
                        String.join(
                                "# ---\n",
                                policies.stream()
                                        .collect(Collectors.toMap(
                                                StatePolicies::shape,
                                                render,
                                                BinaryOperator.minBy(Comparator.naturalOrder()),
                                                TreeMap::new))
                                        .values())));
    }

    /// What differs between policies but for where servers are and which lanes are whose.
    private static String shape(FirewallPolicy policy) {
        return switch (policy) {
            case FirewallPolicy.Open() -> "open";
            case FirewallPolicy.Closed(var _, var api, var tunnels, var lan) ->
                "%d %s %s"
                        .formatted(
                                api.size(),
                                lan,
                                tunnels.stream()
                                        .map(FirewallPolicy.Tunnel::carries)
                                        .distinct()
                                        .toList());
        };
    }
}
