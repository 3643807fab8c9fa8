// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.service;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Set;
import org.ginnel.daemon.windows.NativeBytes;
import org.ginnel.daemon.windows.SecurityDescriptor;
import org.ginnel.daemon.windows.Sid;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.daemon.windows.control.NativeTokens;
import org.ginnel.daemon.windows.jna.Kernel32;
import org.ginnel.daemon.windows.jna.Tokens;

/// Makes a folder the system's and administrators' alone. Every user may make folders in `%ProgramData%`, and who
/// made one may always give itself all rights: one that was made by somebody else is refused.
public final class PrivateFolder {
    private static final int OWNER = 0x1;
    private static final int DACL = 0x4;
    private static final int PROTECTED_DACL = 0x8000_0000;
    private static final int ROOM = 512;
    private static final int OWNER_OFFSET = 4;

    /// `SECURITY_ATTRIBUTES`, and where its descriptor is.
    private static final int ATTRIBUTES = 24;

    private static final int DESCRIPTOR = 8;
    private static final int ERROR_ALREADY_EXISTS = 183;

    private PrivateFolder() {}

    /// Makes it where it is missing, closed from its first moment on, so that nobody has put anything there
    /// before.
    ///
    /// @param folder within one that is there
    /// @throws IOException when it is somebody else's, or Windows refuses
    public static void make(Path folder) throws IOException {
        var error = created(folder);
        if (error == ERROR_ALREADY_EXISTS) {
            close(folder);
        } else if (error != WindowsCalls.SUCCESS) {
            throw refused("CreateDirectoryW", folder, error);
        }
    }

    private static int created(Path folder) {
        var descriptor = SecurityDescriptor.ofPrivateFolder().bytes();
        try (var name = NativeBytes.memory(NativeBytes.wide(folder.toString()));
                var memory = NativeBytes.memory(descriptor);
                var attributes = new Memory(ATTRIBUTES)) {
            attributes.clear();
            attributes.setInt(0, ATTRIBUTES);
            attributes.setPointer(DESCRIPTOR, memory);
            return Kernel32.CreateDirectoryW(name, attributes) == 0 ? Native.getLastError() : WindowsCalls.SUCCESS;
        }
    }

    /// Lets nobody else in.
    ///
    /// @param folder is there
    /// @throws IOException when it is somebody else's, or Windows refuses
    public static void close(Path folder) throws IOException {
        var owner = owner(folder);
        if (!mayOwn(owner, NativeTokens.ours().user())) {
            throw new IOException("%s belongs to %s, who may have put anything there: delete it, and start again"
                    .formatted(folder, owner));
        }
        var descriptor = SecurityDescriptor.ofPrivateFolder().bytes();
        try (var name = NativeBytes.memory(NativeBytes.wide(folder.toString()));
                var memory = NativeBytes.memory(descriptor)) {
            if (Tokens.SetFileSecurityW(name, DACL | PROTECTED_DACL, memory) == 0) {
                throw refused("SetFileSecurityW", folder, Native.getLastError());
            }
        }
    }

    /// Whether what an owner has put there may be trusted.
    static boolean mayOwn(String owner, String us) {
        return Set.of(us, Sid.LOCAL_SYSTEM.toString(), Sid.ADMINISTRATORS.toString())
                .contains(owner);
    }

    private static String owner(Path folder) throws IOException {
        try (var name = NativeBytes.memory(NativeBytes.wide(folder.toString()));
                var memory = new Memory(ROOM)) {
            if (Tokens.GetFileSecurityW(name, OWNER, memory, ROOM, new IntByReference()) == 0) {
                throw refused("GetFileSecurityW", folder, Native.getLastError());
            }
            var bytes = memory.getByteArray(0, ROOM);
            return Sid.text(
                    bytes, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(OWNER_OFFSET));
        }
    }

    private static IOException refused(String function, Path folder, int error) {
        return new IOException("%s of %s: error %d of Windows".formatted(function, folder, error));
    }
}
