// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.ginnel.wireguard.IpNetwork;

/// A route of Windows (`MIB_IPFORWARD_ROW2`). Pure; offsets by `windows-layouts.c`.
///
/// @param nextHop empty where it is the destination itself
/// @param protocol who made it: 3 for programs (`MIB_IPPROTO_NETMGMT`)
public record RouteRow(IpNetwork network, long luid, Optional<InetAddress> nextHop, int metric, int protocol) {
    /// How long a row is.
    public static final int SIZE = 104;

    /// `MIB_IPPROTO_NETMGMT`.
    public static final int BY_PROGRAM = 3;

    static final int LUID = 0;
    static final int DESTINATION = 12;
    static final int PREFIX = 40;
    static final int NEXT_HOP = 44;
    static final int METRIC = 84;
    static final int PROTOCOL = 88;

    /// Out through an interface.
    public static RouteRow through(IpNetwork network, long luid, int metric) {
        return new RouteRow(network, luid, Optional.empty(), metric, BY_PROGRAM);
    }

    /// Writes it.
    ///
    /// @param blank of [IpHelper#blankRoute()]
    public byte[] bytes(byte[] blank) {
        var row = ByteBuffer.wrap(blank.clone()).order(ByteOrder.LITTLE_ENDIAN);
        row.putLong(LUID, luid);
        Sockaddr.put(row, DESTINATION, network.address(), 0);
        row.put(PREFIX, (byte) network.prefix());
        nextHop.ifPresentOrElse(
                hop -> Sockaddr.put(row, NEXT_HOP, hop, 0), () -> Sockaddr.putAny(row, NEXT_HOP, network.isIpv4()));
        row.putInt(METRIC, metric);
        row.putInt(PROTOCOL, protocol);
        return row.array();
    }

    /// Reads it; empty when there is no sense in it.
    public static Optional<RouteRow> read(byte[] bytes) {
        if (bytes.length < SIZE) {
            return Optional.empty();
        }
        var row = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var prefix = row.get(PREFIX) & 0xff;
        return Sockaddr.address(row, DESTINATION)
                .filter(address -> prefix <= IpNetwork.host(address).prefix())
                .map(address -> new RouteRow(
                        new IpNetwork(address, prefix),
                        row.getLong(LUID),
                        Sockaddr.address(row, NEXT_HOP).filter(hop -> !hop.isAnyLocalAddress()),
                        row.getInt(METRIC),
                        row.getInt(PROTOCOL)));
    }
}
