// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import org.ginnel.daemon.linux.FarSide;
import org.ginnel.daemon.linux.Tools;

/// One packet that tries to get out, and how the far side knows it.
///
/// @param name of its counter
/// @param protocol `udp`, `tcp` or `icmp`
/// @param to where
/// @param port unused for `icmp`
/// @param fromPort 0 for any
record Shot(String name, String protocol, InetAddress to, int port, int fromPort) {
    static Shot udp(String name, String to, int port) {
        return new Shot(name, "udp", InetAddress.ofLiteral(to), port, 0);
    }

    static Shot tcp(String name, String to, int port) {
        return new Shot(name, "tcp", InetAddress.ofLiteral(to), port, 0);
    }

    static Shot ping(String name, String to) {
        return new Shot(name, "icmp", InetAddress.ofLiteral(to), 0, 0);
    }

    Shot from(int localPort) {
        return new Shot(name, protocol, to, port, localPort);
    }

    void countAt(FarSide far) {
        var family = to instanceof Inet4Address ? "ip" : "ip6";
        var address = Addresses.literal(to);
        var what = switch (protocol) {
            case "icmp" -> family.equals("ip") ? "icmp type echo-request" : "icmpv6 type echo-request";
            default -> protocol + " dport " + port + (fromPort == 0 ? "" : " " + protocol + " sport " + fromPort);
        };
        far.count(name, "%s daddr %s %s".formatted(family, address, what));
    }

    /// Sends the packet, or is refused; never waits for an answer.
    void fire(Tools tools) throws IOException {
        switch (protocol) {
            case "udp" -> fireDatagram();
            case "tcp" -> fireSyn();
            default -> tools.attempt("ping -n -c 1 -W 0.05 " + Addresses.literal(to));
        }
    }

    private void fireDatagram() throws IOException {
        try (var channel = DatagramChannel.open()) {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            if (to.isMulticastAddress()) {
                channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, NetworkInterface.getByName("up0"));
            }
            channel.bind(new InetSocketAddress(fromPort));
            channel.send(ByteBuffer.wrap(new byte[] {1}), new InetSocketAddress(to, port));
        } catch (IOException e) {
            requireRefusal(e);
        }
    }

    private void fireSyn() throws IOException {
        try (var channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            var _ = channel.connect(new InetSocketAddress(to, port));
        } catch (IOException e) {
            requireRefusal(e);
        }
    }

    private static void requireRefusal(IOException e) throws IOException {
        var message = String.valueOf(e.getMessage());
        if (!message.contains("not permitted") && !message.contains("unreachable") && !message.contains("No route")) {
            throw e;
        }
    }
}
