// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.leak.flood.Probe.Group;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.leak.subject.Ability;

/// What happens to a client under a flood, and what may leave meanwhile.
///
/// @param name short, unique
/// @param gateway where the client is connected to before; empty when it is not connected
/// @param needs what a client has to have for it to make sense
/// @param impossible why nobody can be put to it here; empty when they can
/// @param probes what the flood consists of
/// @param device the interface that the flood's sockets are bound to; empty for sockets as programs have them
/// @param allowed what the user allowed to leave
/// @param act what happens, from the first packet of the flood on
/// @param undo ends what goes on after the act, before the client is reset; called whatever happened
/// @param tail how many packets are sent after the act
public record Scenario(
        String name,
        Optional<String> gateway,
        Set<Ability> needs,
        Optional<String> impossible,
        Bar bar,
        List<Probe> probes,
        Optional<String> device,
        Set<Group> allowed,
        Act act,
        Act undo,
        int tail) {
    private static final int TAIL = 1000;

    public Scenario {
        needs = Set.copyOf(needs);
        probes = List.copyOf(probes);
        allowed = Set.copyOf(allowed);
    }

    /// The client is connected to `gw1`, and then this happens.
    static Scenario connected(String name, Act act) {
        return new Scenario(
                name,
                Optional.of("gw1"),
                Set.of(),
                Optional.empty(),
                Bar.NOTHING,
                Probes.EVERYDAY,
                Optional.empty(),
                Set.of(),
                act,
                Act.NONE,
                TAIL);
    }

    /// As [#connected(String, Act)], to another gateway.
    Scenario via(String other) {
        return new Scenario(name, Optional.of(other), needs, impossible, bar, probes, device, allowed, act, undo, tail);
    }

    /// The client is not connected at the start.
    Scenario fromOpen() {
        return new Scenario(name, Optional.empty(), needs, impossible, bar, probes, device, allowed, act, undo, tail);
    }

    Scenario needing(Ability... abilities) {
        return new Scenario(
                name, gateway, Set.of(abilities), impossible, bar, probes, device, allowed, act, undo, tail);
    }

    Scenario impossible(String why) {
        return new Scenario(name, gateway, needs, Optional.of(why), bar, probes, device, allowed, act, undo, tail);
    }

    Scenario mended() {
        return new Scenario(
                name, gateway, needs, impossible, Bar.MENDED_IN_A_SECOND, probes, device, allowed, act, undo, tail);
    }

    Scenario with(List<Probe> others) {
        return new Scenario(name, gateway, needs, impossible, bar, others, device, allowed, act, undo, tail);
    }

    Scenario boundTo(String name) {
        return new Scenario(
                this.name, gateway, needs, impossible, bar, probes, Optional.of(name), allowed, act, undo, tail);
    }

    Scenario allowing(Group group) {
        return new Scenario(name, gateway, needs, impossible, bar, probes, device, Set.of(group), act, undo, tail);
    }

    Scenario undoing(Act end) {
        return new Scenario(name, gateway, needs, impossible, bar, probes, device, allowed, act, end, tail);
    }

    Scenario lasting(int packets) {
        return new Scenario(name, gateway, needs, impossible, bar, probes, device, allowed, act, undo, packets);
    }

    /// What `subject` lacks, or nobody can; empty when it can be put to this.
    public Optional<String> hindrance(Set<Ability> abilities) {
        if (impossible.isPresent()) {
            return impossible;
        }
        return needs.stream()
                .filter(need -> !abilities.contains(need))
                .sorted()
                .findFirst()
                .map(need -> "not supported: " + need.inWords());
    }
}
