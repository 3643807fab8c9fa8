// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ginnel.lab.machine.Finished;
import org.ginnel.lab.machine.Machine;
import org.ginnel.lab.machine.Running;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.watch.Snapshot;

/// The machine of the user, which gets the VPN: it has an /etc and a /run of its own.
public final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ANSWER_MS = 3000;
    private static final int MAX_ANSWER = 4096;

    private final Machine machine;

    Client(Machine machine) {
        this.machine = machine;
    }

    public Machine machine() {
        return machine;
    }

    /// Runs a program in the client until it ends, for at most 20 seconds.
    public Finished run(String... argv) {
        return run(Map.of(), PATIENCE, argv);
    }

    /// Runs a program in the client until it ends.
    ///
    /// @param environment is added to the lab's own
    /// @throws LabException when it takes longer than `patience`; it is killed then
    public Finished run(Map<String, String> environment, Duration patience, String... argv) {
        return machine.run(List.of(argv), environment, patience);
    }

    /// Starts a program in the client. It ends with the lab at the latest.
    ///
    /// @param environment is added to the lab's own
    public Running start(Map<String, String> environment, String... argv) {
        return machine.start(List.of(argv), environment);
    }

    /// The address from which the client reaches the internet: it asks the target over plain HTTP.
    ///
    /// @throws IOException when there is no way, or no answer within 3 seconds
    public String exitSeenBy(Family family) throws IOException {
        var target = family == Family.IPV4 ? Addresses.TARGET4 : Addresses.TARGET6;
        return machine.inNetwork(() -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.ofLiteral(target), 80), ANSWER_MS);
                socket.setSoTimeout(ANSWER_MS);
                socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                var answer = socket.getInputStream().readNBytes(MAX_ANSWER);
                return new String(answer, StandardCharsets.US_ASCII)
                        .lines()
                        .toList()
                        .getLast();
            }
        });
    }

    /// The addresses of a name as the programs of the client get them; none when it has no address.
    public List<String> lookUp(String name) {
        return run("getent", "ahosts", name)
                .out()
                .lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .distinct()
                .toList();
    }

    /// Addresses, routes, rules, firewall, resolver and kernel parameters as text, to compare before and after.
    public String snapshot() throws IOException {
        return Snapshot.of(machine);
    }

    /// The names of its network devices. The kernel is asked by `ip`: Java would read half of the answer from a
    /// file that shows another network.
    public List<String> devices() {
        return run("ip", "-o", "link")
                .orThrow()
                .out()
                .lines()
                .map(line -> line.split("[:@ ]+", -1)[1])
                .toList();
    }

    /// The addresses of one of its network devices, but for those that are valid on its cable only.
    public List<InetAddress> addresses(String device) {
        return run("ip", "-o", "addr", "show", "dev", device, "scope", "global")
                .orThrow()
                .out()
                .lines()
                .map(line -> line.replaceFirst(".* inet6? ([0-9a-f.:]+).*", "$1"))
                .map(InetAddress::ofLiteral)
                .toList();
    }
}
