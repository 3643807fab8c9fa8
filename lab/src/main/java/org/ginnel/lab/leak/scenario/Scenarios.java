// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.leak.flood.Probe.Group;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.leak.subject.Ability;

/// Every scenario of the suite, in the order of the table.
public final class Scenarios {
    private static final Predicate<Probe> NAMES = probe -> probe.group() == Group.NAMES;
    private static final List<Probe> INTERNET = Probes.of(probe -> probe.group() == Group.INTERNET);
    private static final Predicate<Probe> LOCAL = probe -> probe.name().startsWith("lan-");

    /// All of them.
    public static List<Scenario> all() {
        return Stream.of(
                        commands(), crashes(), foreignHands(), networks(), secrets(), programs(), neighbours(), modes())
                .flatMap(List::stream)
                .toList();
    }

    /// The one with this name.
    public static Scenario named(String name) {
        return all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scenario `" + name + "`"));
    }

    private static List<Scenario> commands() {
        return List.of(
                Scenario.connected("connect, after the command has returned", Commands::connect)
                        .fromOpen(),
                Scenario.connected("connected, steady", Act.NONE).lasting(2000),
                Scenario.connected(
                        "switch to another server", scene -> scene.subject().connect("gw2")),
                Scenario.connected("switch to another server and back, twice", Commands::switchBack),
                Scenario.connected("disconnect, until the command is given", Commands::disconnect)
                        .lasting(0),
                Scenario.connected("connections opened before the tunnel", Commands::oldConnections)
                        .fromOpen()
                        .lasting(0));
    }

    private static List<Scenario> crashes() {
        return List.of(
                Scenario.connected("kill -9 the daemon", Crashes::killDaemon).needing(Ability.DAEMON),
                Scenario.connected("kill -9 the engine", Crashes::killEngine),
                Scenario.connected("kill -9 both", Crashes::killBoth).needing(Ability.DAEMON),
                Scenario.connected("kill -9 both, start again", Crashes::killBothAndStart)
                        .needing(Ability.DAEMON),
                Scenario.connected("restart the daemon", Crashes::restart).needing(Ability.DAEMON),
                Scenario.connected("upgrade: another version takes over", Crashes::upgrade)
                        .needing(Ability.DAEMON, Ability.UPGRADE),
                Scenario.connected("uninstall, until it is told to put things back", Crashes::uninstall)
                        .needing(Ability.DAEMON, Ability.RELEASE)
                        .lasting(0),
                Scenario.connected("stop the daemon (SIGSTOP), kill -9 the engine", Crashes::stopDaemonKillEngine)
                        .needing(Ability.DAEMON)
                        .undoing(scene -> Processes.resume(scene.subject().daemon())),
                Scenario.connected("stop the engine (SIGSTOP)", Crashes::stopEngine)
                        .undoing(scene -> Processes.resume(scene.subject().engines())),
                Scenario.connected("suspend: all stand still and go on", Crashes::suspend)
                        .undoing(Crashes::wake),
                Scenario.connected("full disk, switch, kill -9 the daemon, start again", FullDisk::play)
                        .needing(Ability.DAEMON, Ability.STATE)
                        .undoing(FullDisk::undo),
                Scenario.connected("clock jump", Act.NONE)
                        .impossible("not tried: Linux has no clock of its own per namespace"));
    }

    private static List<Scenario> foreignHands() {
        return List.of(
                Scenario.connected("delete the interface", ForeignHands::deleteInterface),
                Scenario.connected("delete the tables of nftables", ForeignHands::deleteTables)
                        .needing(Ability.MENDING)
                        .mended(),
                Scenario.connected("flush all of nftables", ForeignHands::flush)
                        .needing(Ability.MENDING)
                        .mended(),
                Scenario.connected("flush the routing tables", ForeignHands::flushRoutes),
                Scenario.connected("delete the ip rules", ForeignHands::deleteRules),
                Scenario.connected("rogue routes 0.0.0.0/1, 128.0.0.0/1, ::/1, 8000::/1", RogueRoutes::halves)
                        .undoing(RogueRoutes::undoHalves),
                Scenario.connected("rogue routes to one host", RogueRoutes::host)
                        .undoing(RogueRoutes::undoHost));
    }

    private static List<Scenario> networks() {
        return List.of(
                Scenario.connected("black hole on the way to the gateway", Networks::hole)
                        .with(Probes.ALL)
                        .undoing(scene -> scene.lab().link("gw1").hole(false)),
                Scenario.connected(
                                "the gateway dies",
                                scene -> scene.lab().gateway("gw2").crash())
                        .via("gw2")
                        .undoing(scene -> scene.lab().gateway("gw2").recover()),
                Scenario.connected("the network vanishes and returns", Networks::offline)
                        .undoing(scene -> scene.lab().online(true)),
                Scenario.connected("the cable is pulled and put back", Networks::pullCable)
                        .undoing(Networks::home),
                Scenario.connected("roaming: another address, another router", Networks::roam)
                        .undoing(Networks::home));
    }

    private static List<Scenario> secrets() {
        return List.of(Scenario.connected("the keys change under the tunnel", Commands::changeKeys)
                .needing(Ability.KEYS));
    }

    private static List<Scenario> programs() {
        return List.of(
                Scenario.connected("IPv6, with an IPv4-only config", Act.NONE)
                        .via("gw3")
                        .lasting(2000),
                Scenario.connected("names, asked of the local resolver", Act.NONE)
                        .with(Probes.of(NAMES.and(LOCAL))),
                Scenario.connected("names, asked of resolvers outside", Act.NONE)
                        .with(Probes.of(NAMES.and(LOCAL.negate()))),
                Scenario.connected("programs bound to the network card", Act.NONE)
                        .boundTo("eth0"),
                Scenario.connected("a container, and kill -9 the engine", Containers::play)
                        .undoing(Containers::undo));
    }

    private static List<Scenario> neighbours() {
        return List.of(
                Scenario.connected("a neighbour asks for the tunnel's address (ARP)", Neighbours::askForAddress)
                        .with(INTERNET)
                        .lasting(0),
                Scenario.connected(
                                "a neighbour sends to the tunnel's address (CVE-2019-14899)", Neighbours::probeAddress)
                        .with(INTERNET)
                        .lasting(0));
    }

    private static List<Scenario> modes() {
        return List.of(
                Scenario.connected("local network allowed: all but it", Modes::allowLan)
                        .needing(Ability.LAN_SWITCH)
                        .allowing(Group.NEIGHBOURS)
                        .undoing(scene -> scene.subject().turn(Ability.LAN_SWITCH, false)),
                Scenario.connected("lockdown: disconnect", Modes::lockdown)
                        .needing(Ability.LOCKDOWN)
                        .undoing(scene -> scene.subject().turn(Ability.LOCKDOWN, false)),
                Scenario.connected("lockdown: disconnect, kill -9 the daemon, start again", Modes::lockdownCrash)
                        .needing(Ability.LOCKDOWN)
                        .undoing(scene -> scene.subject().turn(Ability.LOCKDOWN, false)),
                Scenario.connected("lockdown: connect, the best server is dead", Modes::race)
                        .needing(Ability.LOCKDOWN, Ability.CHOICE)
                        .undoing(scene -> scene.subject().turn(Ability.LOCKDOWN, false)),
                Scenario.connected("lockdown: connect, the usual port is closed", Modes::otherPort)
                        .needing(Ability.LOCKDOWN, Ability.ENDPOINTS)
                        .undoing(Modes::undoOtherPort),
                Scenario.connected("pause, and after it is over", Modes::pause)
                        .needing(Ability.PAUSE)
                        .undoing(scene -> scene.subject().turn(Ability.PAUSE, false)));
    }

    private Scenarios() {}
}
