// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import java.io.IOException;
import java.util.List;
import org.ginnel.lab.gateway.Gateway;
import org.ginnel.lab.link.Link;
import org.ginnel.lab.machine.Machine;
import org.ginnel.lab.net.Rules;
import org.ginnel.lab.service.Resolver;
import org.ginnel.lab.watch.Sightings;
import org.jspecify.annotations.Nullable;

/// A test internet, IPv4 and IPv6, that exists until [#close()] and leaves nothing behind.
///
/// ```
/// client --- home ------------- internet ---- link ---- gw1, gw2, ...
///            NAT, resolver,       |    |                (and each its own exit)
///            printer              |    api: the provisioning API
///                                 target: tells visitors where they come from; echo on port 7
/// ```
///
/// It only starts inside `bin/enter`, one at a time.
public final class Lab implements AutoCloseable {
    private final Construction built;

    private Lab(Construction built) {
        this.built = built;
    }

    /// Builds it.
    ///
    /// @throws LabException outside of `bin/enter`, or when the machine lacks what the lab needs
    public static Lab start(LabPlan plan) throws IOException {
        if (System.getenv("GINNEL_LAB_INSIDE") == null) {
            throw new LabException("the lab changes networks and so starts only in namespaces of its own:"
                    + " put `bin/enter` before the command");
        }
        return new Lab(Construction.of(plan));
    }

    /// What it was built after.
    public LabPlan plan() {
        return built.plan();
    }

    public Client client() {
        return new Client(machine("client"));
    }

    /// In the order of the plan: `gw1` first.
    public List<Gateway> gateways() {
        return built.gateways();
    }

    /// One gateway.
    ///
    /// @param machine such as `gw1`
    public Gateway gateway(String machine) {
        return found(
                machine,
                gateways().stream()
                        .filter(g -> g.machine().name().equals(machine))
                        .findFirst()
                        .orElse(null));
    }

    /// How the operator advertises a gateway.
    ///
    /// @param gateway such as `gw1`
    public LabPlan.Site site(String gateway) {
        return plan().gateways().get(gateways().indexOf(gateway(gateway)));
    }

    /// The way from the internet to a gateway, whose delay, losses and holes can be changed at any time.
    ///
    /// @param gateway such as `gw1`
    public Link link(String gateway) {
        return found(gateway, built.links().get(gateway));
    }

    /// One machine.
    ///
    /// @param name `client`, `home`, `internet`, `target`, `api`, or that of a gateway
    public Machine machine(String name) {
        return found(name, built.machines().get(name));
    }

    /// The resolver of a machine.
    ///
    /// @param machine `home`, or that of a gateway
    public Resolver resolver(String machine) {
        return found(machine, built.resolvers().get(machine));
    }

    /// What the home router got from the client since the lab started. Take one before and one after, and
    /// compare with [Sightings#since].
    public Sightings sightings() {
        return Sightings.parse(machine("home")
                .run("nft", "list", "counters", "table", "inet", "watch")
                .orThrow()
                .out());
    }

    /// Whether packets cross the line between the home router and the internet. While they do not, they vanish
    /// without an answer, and no device of the client notices.
    public void online(boolean online) {
        machine("internet").nft(online ? Rules.ONLINE : Rules.OFFLINE);
    }

    private static <T> T found(String name, @Nullable T found) {
        if (found == null) {
            throw new LabException("the lab has no `" + name + "`");
        }
        return found;
    }

    /// Kills every program in it and takes everything down.
    @Override
    public void close() throws IOException {
        built.close();
    }
}
