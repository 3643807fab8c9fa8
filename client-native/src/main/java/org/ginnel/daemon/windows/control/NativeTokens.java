// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.ginnel.daemon.windows.NativeBytes;
import org.ginnel.daemon.windows.Sid;
import org.ginnel.daemon.windows.control.WindowsPermissions.Token;
import org.ginnel.daemon.windows.jna.Kernel32;
import org.ginnel.daemon.windows.jna.Tokens;

/// Access tokens of this machine: of who is at the other end of a pipe, and our own.
public final class NativeTokens {
    private static final long THIS_THREAD = -2;
    private static final long THIS_PROCESS = -1;
    private static final int TOKEN_QUERY = 8;
    private static final int TOKEN_USER = 1;
    private static final int TOKEN_GROUPS = 2;
    private static final int ERROR_CANT_OPEN_ANONYMOUS = 1347;
    private static final int LONGEST_SID = 68;
    private static final int LONGEST_DOMAIN = 256;

    private NativeTokens() {}

    /// The token of a pipe's caller. For a moment this thread is the caller; nothing else may happen on it then,
    /// so what is needed is made before. If it could not become itself again, it would go on with somebody else's
    /// rights: the process ends instead, and what it closed stays closed.
    static Token ofCaller(long pipe) throws IOException {
        var token = new LongByReference();
        if (Tokens.ImpersonateNamedPipeClient(pipe) == 0) {
            throw refused("ImpersonateNamedPipeClient", Native.getLastError());
        }
        var opened = Tokens.OpenThreadToken(THIS_THREAD, TOKEN_QUERY, 1, token);
        var error = Native.getLastError();
        if (Tokens.RevertToSelf() == 0) {
            Runtime.getRuntime().halt(1);
        }
        if (opened == 0 && error == ERROR_CANT_OPEN_ANONYMOUS) {
            return new Token("", Set.of(), true);
        }
        return read(opened, error, token);
    }

    /// Who we are.
    public static Token ours() throws IOException {
        var token = new LongByReference();
        var opened = Tokens.OpenProcessToken(THIS_PROCESS, TOKEN_QUERY, token);
        return read(opened, Native.getLastError(), token);
    }

    private static Token read(int opened, int error, LongByReference token) throws IOException {
        if (opened == 0) {
            throw refused("OpenThreadToken", error);
        }
        try (var user = information(token.getValue(), TOKEN_USER);
                var groups = information(token.getValue(), TOKEN_GROUPS)) {
            return new Token(
                    TokenBytes.user(bytes(user), address(user)),
                    TokenBytes.groups(bytes(groups), address(groups)),
                    false);
        } finally {
            var _ = Kernel32.CloseHandle(token.getValue());
        }
    }

    private static Memory information(long token, int kind) throws IOException {
        var needed = new IntByReference();
        var _ = Tokens.GetTokenInformation(token, kind, null, 0, needed);
        var memory = new Memory(Math.max(needed.getValue(), 1));
        if (Tokens.GetTokenInformation(token, kind, memory, needed.getValue(), needed) == 0) {
            throw refused("GetTokenInformation", Native.getLastError());
        }
        return memory;
    }

    /// The identity of a group of this machine, not of one of a domain; empty where there is none.
    static Optional<String> group(String machine, String name) {
        var room = new IntByReference(LONGEST_SID);
        var domainRoom = new IntByReference(LONGEST_DOMAIN);
        try (var account = NativeBytes.memory(NativeBytes.wide(machine + '\\' + name));
                var sid = new Memory(LONGEST_SID);
                var domain = new Memory(2L * LONGEST_DOMAIN)) {
            return Tokens.LookupAccountNameW(null, account, sid, room, domain, domainRoom, new IntByReference()) == 0
                    ? Optional.empty()
                    : Optional.of(Sid.text(bytes(sid), 0));
        }
    }

    private static byte[] bytes(Memory memory) {
        return memory.getByteArray(0, Math.toIntExact(memory.size()));
    }

    private static long address(Memory memory) {
        return Pointer.nativeValue(memory);
    }

    private static IOException refused(String function, int error) {
        return new IOException("%s: error %d of Windows".formatted(function, error));
    }
}
