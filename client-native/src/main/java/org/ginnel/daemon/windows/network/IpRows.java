// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ginnel.wireguard.IpNetwork;

/// Rows of IP Helper. Pure; goldens in `golden/windows/network`, offsets by `windows-layouts.c`.
public final class IpRows {
    /// `MIB_UNICASTIPADDRESS_ROW`.
    public static final int ADDRESS = 80;

    /// `MIB_IPINTERFACE_ROW`.
    public static final int INTERFACE = 168;

    /// `MIB_IF_ROW2`.
    public static final int COUNTS = 1352;

    static final int ADDRESS_LUID = 32;
    static final int ADDRESS_PREFIX = 60;
    static final int ADDRESS_DAD = 64;
    static final int INTERFACE_LUID = 8;
    static final int INTERFACE_AUTOMATIC = 44;
    static final int INTERFACE_DISCOVERY = 52;
    static final int INTERFACE_DAD_TRANSMITS = 56;
    static final int INTERFACE_SITE_PREFIX = 144;
    static final int INTERFACE_METRIC = 148;
    static final int INTERFACE_MTU = 152;
    static final int COUNTS_IN = 1216;
    static final int COUNTS_OUT = 1288;

    /// `IpDadStatePreferred`: the address may be used at once; nobody else in a tunnel could have it.
    private static final int PREFERRED = 4;

    private IpRows() {}

    /// An address of ours alone, which brings no network with it.
    ///
    /// @param blank of [IpHelper#blankAddress()]
    public static byte[] address(byte[] blank, long luid, InetAddress address) {
        var row = ByteBuffer.wrap(blank.clone()).order(ByteOrder.LITTLE_ENDIAN);
        Sockaddr.put(row, 0, address, 0);
        row.putLong(ADDRESS_LUID, luid);
        row.put(ADDRESS_PREFIX, (byte) IpNetwork.host(address).prefix());
        row.putInt(ADDRESS_DAD, PREFERRED);
        return row.array();
    }

    /// The interface as the tunnel wants it: a size, first in line, and nothing that it makes up itself. Of
    /// IPv4 the prefix of the site has to be 0, or Windows refuses the row.
    ///
    /// @param present of [IpHelper#interfaceRow(long, boolean)]
    public static byte[] ours(byte[] present, int mtu, boolean ipv4) {
        var row = ByteBuffer.wrap(present.clone()).order(ByteOrder.LITTLE_ENDIAN);
        row.put(INTERFACE_AUTOMATIC, (byte) 0);
        row.putInt(INTERFACE_METRIC, 0);
        row.putInt(INTERFACE_MTU, mtu);
        row.putInt(INTERFACE_DAD_TRANSMITS, 0);
        row.putInt(INTERFACE_DISCOVERY, 0);
        if (ipv4) {
            row.putInt(INTERFACE_SITE_PREFIX, 0);
        }
        return row.array();
    }

    /// Packets to programs, of one address each.
    public static long packetsIn(byte[] counts) {
        return ByteBuffer.wrap(counts).order(ByteOrder.LITTLE_ENDIAN).getLong(COUNTS_IN);
    }

    /// Packets of programs, to one address each.
    public static long packetsOut(byte[] counts) {
        return ByteBuffer.wrap(counts).order(ByteOrder.LITTLE_ENDIAN).getLong(COUNTS_OUT);
    }
}
