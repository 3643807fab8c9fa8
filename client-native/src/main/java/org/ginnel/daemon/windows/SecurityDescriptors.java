// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Security descriptors in the form of one piece (`SE_SELF_RELATIVE`; [MS-DTYP], 2.4.6). Pure.
public final class SecurityDescriptors {
    /// `SE_SELF_RELATIVE | SE_DACL_PRESENT`.
    private static final short CONTROL = (short) 0x8004;

    private static final int HEADER = 20;
    private static final int SID = 12;
    private static final int ACL_HEADER = 8;
    private static final int ACE_HEADER = 8;

    /// `FWP_ACTRL_MATCH_FILTER`.
    private static final int MATCH = 1;

    /// `SECURITY_LOCAL_SYSTEM_RID`, under the authority of NT (5).
    private static final int LOCAL_SYSTEM = 18;

    private SecurityDescriptors() {}

    /// `O:SYG:SYD:(A;;CC;;;SY)`: a filter's condition on the user, which LocalSystem's sockets fulfil and
    /// no others.
    public static byte[] matchingLocalSystem() {
        var ace = ACE_HEADER + SID;
        var acl = ACL_HEADER + ace;
        var bytes = ByteBuffer.allocate(HEADER + 2 * SID + acl).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 1).put((byte) 0).putShort(CONTROL);
        bytes.putInt(HEADER).putInt(HEADER + SID).putInt(0).putInt(HEADER + 2 * SID);
        putLocalSystem(bytes);
        putLocalSystem(bytes);
        bytes.put((byte) 2)
                .put((byte) 0)
                .putShort((short) acl)
                .putShort((short) 1)
                .putShort((short) 0);
        bytes.put((byte) 0).put((byte) 0).putShort((short) ace).putInt(MATCH);
        putLocalSystem(bytes);
        return bytes.array();
    }

    /// `S-1-5-18`.
    private static void putLocalSystem(ByteBuffer bytes) {
        bytes.put(new byte[] {1, 1, 0, 0, 0, 0, 0, 5}).putInt(LOCAL_SYSTEM);
    }
}
