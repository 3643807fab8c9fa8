// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A security descriptor as text (SDDL) and in the form of one piece (`SE_SELF_RELATIVE`; [MS-DTYP], 2.4.6
/// and 2.5.1). Pure.
///
/// @param owner and group; empty for whoever makes the object
/// @param isProtected whether nothing is inherited
/// @param entries in the order they are asked: what denies comes first
public record SecurityDescriptor(Optional<Sid> owner, boolean isProtected, List<Entry> entries) {
    /// Who may what.
    ///
    /// @param allows else it denies
    /// @param mask rights, as the kind of object has them
    /// @param inherit flags of what is made within it (`AceFlags`); 0 for none
    public record Entry(boolean allows, int mask, Sid who, int inherit) {
        public Entry(boolean allows, int mask, Sid who) {
            this(allows, mask, who, 0);
        }
    }

    /// `FWP_ACTRL_MATCH_FILTER`.
    private static final int MATCH = 1;

    /// `GENERIC_ALL`.
    private static final int EVERYTHING = 0x1000_0000;

    /// `FILE_GENERIC_READ | FILE_GENERIC_WRITE` without `FILE_CREATE_PIPE_INSTANCE`: to speak, not to
    /// answer in our place.
    private static final int SPEAK = 0x0012_019b;

    /// `SE_SELF_RELATIVE | SE_DACL_PRESENT`, and `SE_DACL_PROTECTED`.
    private static final int CONTROL = 0x8004;

    private static final int PROTECTED = 0x1000;
    private static final int HEADER = 20;

    /// `FILE_ALL_ACCESS`.
    private static final int ALL_OF_A_FILE = 0x001f_01ff;

    /// `OBJECT_INHERIT_ACE | CONTAINER_INHERIT_ACE`: files and folders within.
    private static final int WITHIN = 3;

    public SecurityDescriptor {
        entries = List.copyOf(entries);
    }

    /// A filter's condition on the user, which LocalSystem's sockets fulfil and no others.
    public static SecurityDescriptor matchingLocalSystem() {
        return new SecurityDescriptor(
                Optional.of(Sid.LOCAL_SYSTEM), false, List.of(new Entry(true, MATCH, Sid.LOCAL_SYSTEM)));
    }

    /// The control pipe: everybody of this machine may speak, nobody over the network, and only the service
    /// listens.
    public static SecurityDescriptor ofPipe() {
        return new SecurityDescriptor(
                Optional.empty(),
                true,
                List.of(
                        new Entry(false, EVERYTHING, Sid.NETWORK),
                        new Entry(true, EVERYTHING, Sid.LOCAL_SYSTEM),
                        new Entry(true, SPEAK, Sid.ADMINISTRATORS),
                        new Entry(true, SPEAK, Sid.AUTHENTICATED)));
    }

    /// A folder that is the system's and administrators' alone, with all that is made in it.
    public static SecurityDescriptor ofPrivateFolder() {
        return new SecurityDescriptor(
                Optional.empty(),
                true,
                List.of(
                        new Entry(true, ALL_OF_A_FILE, Sid.LOCAL_SYSTEM, WITHIN),
                        new Entry(true, ALL_OF_A_FILE, Sid.ADMINISTRATORS, WITHIN)));
    }

    /// In the language of descriptors, for people.
    public String text() {
        var who = owner.map(sid -> "O:" + sid.word() + "G:" + sid.word()).orElse("");
        return who
                + (isProtected ? "D:P" : "D:")
                + entries.stream()
                        .map(entry -> "(%s;%s;0x%08x;;;%s)"
                                .formatted(
                                        entry.allows() ? "A" : "D",
                                        entry.inherit() == WITHIN ? "OICI" : "",
                                        entry.mask(),
                                        entry.who().word()))
                        .collect(Collectors.joining());
    }

    /// As Windows takes it.
    public byte[] bytes() {
        var sid = owner.map(Sid::bytes).orElseGet(() -> new byte[0]);
        var acl = acl();
        var bytes = ByteBuffer.allocate(HEADER + 2 * sid.length + acl.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 1).put((byte) 0).putShort((short) (isProtected ? CONTROL | PROTECTED : CONTROL));
        bytes.putInt(sid.length == 0 ? 0 : HEADER).putInt(sid.length == 0 ? 0 : HEADER + sid.length);
        bytes.putInt(0).putInt(HEADER + 2 * sid.length);
        return bytes.put(sid).put(sid).put(acl).array();
    }

    /// `ACL`, and an `ACE` for each entry.
    private byte[] acl() {
        var size = 8
                + entries.stream()
                        .mapToInt(entry -> 8 + entry.who().bytes().length)
                        .sum();
        var bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 2).put((byte) 0).putShort((short) size).putInt(entries.size());
        for (var entry : entries) {
            var sid = entry.who().bytes();
            bytes.put((byte) (entry.allows() ? 0 : 1))
                    .put((byte) entry.inherit())
                    .putShort((short) (8 + sid.length));
            bytes.putInt(entry.mask()).put(sid);
        }
        return bytes.array();
    }
}
