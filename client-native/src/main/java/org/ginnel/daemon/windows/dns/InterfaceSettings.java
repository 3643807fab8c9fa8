// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// `DNS_INTERFACE_SETTINGS`, as far as we say anything. Pure; offsets by `windows-layouts.c`.
final class InterfaceSettings {
    static final int SIZE = 64;
    static final int FLAGS = 8;
    static final int NAME_SERVER = 24;
    static final int SEARCH_LIST = 32;

    /// `DNS_INTERFACE_SETTINGS_VERSION1`.
    private static final int VERSION = 1;

    /// `DNS_SETTING_IPV6`.
    private static final long IPV6 = 0x1;

    /// `DNS_SETTING_NAMESERVER | DNS_SETTING_SEARCHLIST`.
    private static final long SAID = 0x2 | 0x4;

    private InterfaceSettings() {}

    /// @param servers where their text is
    /// @param search where that of the search list is
    static byte[] of(boolean ipv4, long servers, long search) {
        return ByteBuffer.allocate(SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, VERSION)
                .putLong(FLAGS, ipv4 ? SAID : SAID | IPV6)
                .putLong(NAME_SERVER, servers)
                .putLong(SEARCH_LIST, search)
                .array();
    }
}
