// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ginnel.lab.net.Addresses;

/// What programs of a user send all day, as commands that end within about a second whether or not anybody answers.
final class Traffic {
    /// Each by what it is. Those that name a device or a neighbour are what routes alone do not stop.
    static final Map<String, String> PROBES = probes();

    private static Map<String, String> probes() {
        var probes = new LinkedHashMap<String, String>();
        probes.put("ping over IPv4", "ping -c 1 -W 1 " + Addresses.TARGET4);
        probes.put("ping over IPv6", "ping -c 1 -W 1 " + Addresses.TARGET6);
        probes.put("ping on the device", "ping -c 1 -W 1 -I eth0 " + Addresses.TARGET4);
        probes.put("TCP over IPv4", tcp(Addresses.TARGET4));
        probes.put("TCP over IPv6", tcp(Addresses.TARGET6));
        probes.put("a name", "timeout 1 getent ahosts leak.ginnel.test");
        probes.put("DNS to the router over IPv4", "echo x >/dev/udp/" + Addresses.HOME4 + "/53");
        probes.put("DNS to the router over IPv6", "echo x >/dev/udp/" + Addresses.HOME6 + "/53");
        return probes;
    }

    private static String tcp(String address) {
        return "timeout 1 bash -c ':>/dev/tcp/" + address + "/80'";
    }

    /// Sends one of each, all at once, and waits until the last has ended.
    static void send(Lab lab) {
        lab.client().run("bash", "-c", burst());
    }

    /// One of each again and again, for a program that is started and killed.
    static List<String> stream() {
        return List.of("bash", "-c", "while :; do " + burst() + " sleep 0.1; done");
    }

    private static String burst() {
        return String.join(" & ", PROBES.values()) + " & wait;";
    }

    private Traffic() {}
}
