// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import org.ginnel.daemon.windows.Sid;

/// What `GetTokenInformation` writes, read. Pure; offsets by `windows-control-layouts.c`. Identities are found by
/// their address in memory, so where the bytes lay is told with them.
final class TokenBytes {
    /// `TOKEN_GROUPS`: its groups begin here, each a `SID_AND_ATTRIBUTES`.
    static final int GROUPS = 8;

    static final int GROUP = 16;
    static final int ATTRIBUTES = 8;

    /// `SE_GROUP_ENABLED`.
    static final int ENABLED = 0x4;

    /// `SE_GROUP_USE_FOR_DENY_ONLY`.
    static final int DENIES_ONLY = 0x10;

    private TokenBytes() {}

    /// Who it is, of a `TOKEN_USER`.
    ///
    /// @param at where the bytes were
    static String user(byte[] bytes, long at) {
        return sid(bytes, at, 0);
    }

    /// Groups that entitle to something, of a `TOKEN_GROUPS`.
    static Set<String> groups(byte[] bytes, long at) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Set<String> groups = new HashSet<>();
        for (var i = 0; i < buffer.getInt(0); i++) {
            var group = GROUPS + GROUP * i;
            var attributes = buffer.getInt(group + ATTRIBUTES);
            if ((attributes & (ENABLED | DENIES_ONLY)) == ENABLED) {
                groups.add(sid(bytes, at, group));
            }
        }
        return groups;
    }

    private static String sid(byte[] bytes, long at, int pointer) {
        var address = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(pointer);
        return Sid.text(bytes, Math.toIntExact(address - at));
    }
}
