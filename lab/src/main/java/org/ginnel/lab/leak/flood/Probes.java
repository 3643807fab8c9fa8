// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.flood;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ginnel.lab.leak.flood.Probe.Group;
import org.ginnel.lab.leak.flood.Probe.Way;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.net.Addresses.OfGateway;

/// All kinds of packets that a flood can consist of.
public final class Probes {
    private static final int FIRST_ID = 19_000;
    private static final int ECHO_SERVICE = 7;
    private static final int NAMES = 53;
    private static final int NAMES_ENCRYPTED = 853;

    /// Nobody listens there, so that a connection is one packet and its refusal.
    private static final int NOBODYS = 4433;

    /// What is asked of everybody who may know names.
    private static final List<Aim> RESOLVER = List.of(
            new Aim("dns", Way.UDP, NAMES),
            new Aim("dns-tcp", Way.TCP, NAMES),
            new Aim("dot", Way.TCP, NAMES_ENCRYPTED),
            new Aim("doq", Way.UDP, NAMES_ENCRYPTED));

    /// Every kind there is, each over IPv4 and IPv6.
    public static final List<Probe> ALL = all();

    /// What a flood consists of unless a scenario says otherwise: everything but calls to the operator's API,
    /// which a flood would keep from its work.
    public static final List<Probe> EVERYDAY = of(probe -> probe.group() != Group.OPERATOR);

    private record Aim(String name, Way way, int port) {}

    private record Kind(String name, Group group, Way way, String to, int port) {}

    /// Those of [#ALL] that fit.
    public static List<Probe> of(Predicate<Probe> fits) {
        return ALL.stream().filter(fits).toList();
    }

    private static List<Probe> all() {
        var gateway = new OfGateway(1);
        var kinds = new ArrayList<Kind>();
        kinds.addAll(overFamily("4", Addresses.TARGET4, Addresses.HOME4, Addresses.PRINTER4));
        kinds.add(new Kind("endpoint4", Group.INTERNET, Way.UDP, gateway.endpoint4(), Addresses.WIREGUARD_PORT));
        kinds.add(new Kind("api4", Group.OPERATOR, Way.TCP, Addresses.API4, 443));
        kinds.addAll(overFamily("6", Addresses.TARGET6, Addresses.HOME6, Addresses.PRINTER6));
        kinds.add(new Kind("endpoint6", Group.INTERNET, Way.UDP, gateway.endpoint6(), Addresses.WIREGUARD_PORT));
        kinds.add(new Kind("api6", Group.OPERATOR, Way.TCP, Addresses.API6, 443));
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> probe(kinds.get(i), FIRST_ID + i * Probe.SPAN))
                .toList();
    }

    private static Probe probe(Kind kind, int id) {
        return new Probe(kind.name, kind.group, kind.way, InetAddress.ofLiteral(kind.to), kind.port, id);
    }

    private static List<Kind> overFamily(String family, String target, String router, String neighbour) {
        var kinds = new ArrayList<Kind>();
        kinds.add(new Kind("tcp" + family, Group.INTERNET, Way.TCP, target, NOBODYS));
        kinds.add(new Kind("udp" + family, Group.INTERNET, Way.UDP, target, ECHO_SERVICE));
        kinds.add(new Kind("echo" + family, Group.INTERNET, Way.ECHO, target, 0));
        for (var aim : RESOLVER) {
            kinds.add(new Kind(aim.name + family, Group.NAMES, aim.way, target, aim.port));
            kinds.add(new Kind("lan-" + aim.name + family, Group.NAMES, aim.way, router, aim.port));
        }
        kinds.add(new Kind("lan-tcp" + family, Group.NEIGHBOURS, Way.TCP, neighbour, NOBODYS));
        kinds.add(new Kind("lan-udp" + family, Group.NEIGHBOURS, Way.UDP, neighbour, NOBODYS));
        kinds.add(new Kind("lan-echo" + family, Group.NEIGHBOURS, Way.ECHO, neighbour, 0));
        return kinds;
    }

    private Probes() {}
}
