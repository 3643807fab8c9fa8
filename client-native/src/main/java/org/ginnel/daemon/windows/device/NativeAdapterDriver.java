// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.device;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.ginnel.daemon.windows.NativeBytes;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.daemon.windows.jna.WireguardDll;

/// WireGuardNT of the machine this runs on. Never run so far.
final class NativeAdapterDriver implements AdapterDriver {
    /// `ERROR_MORE_DATA`.
    private static final int MORE = 234;

    private static final int ROOM = 4096;
    private static final int MOST_ROOM = 1 << 20;

    /// Whether the library can be loaded.
    static boolean isThere() {
        try {
            return WireguardDll.isLoaded();
        } catch (LinkageError e) {
            return false;
        }
    }

    @Override
    public Made create(String name, String tunnelType, UUID guid) {
        try {
            var made = WireguardDll.WireGuardCreateAdapter(
                    NativeBytes.memory(NativeBytes.wide(name)),
                    NativeBytes.memory(NativeBytes.wide(tunnelType)),
                    NativeBytes.memory(NativeBytes.guid(guid)));
            return made == null ? new Made.Refused(Native.getLastError()) : new Made.Done(new Opened(made));
        } catch (LinkageError e) {
            return new Made.Missing();
        }
    }

    private record Opened(Pointer handle) implements Adapter {
        @Override
        public long luid() {
            var luid = new LongByReference();
            WireguardDll.WireGuardGetAdapterLUID(handle, luid);
            return luid.getValue();
        }

        /// The copy that held secrets is wiped.
        @Override
        public int configure(byte[] config) {
            try (var memory = NativeBytes.memory(config)) {
                var code = code(WireguardDll.WireGuardSetConfiguration(handle, memory, config.length));
                memory.clear();
                return code;
            }
        }

        @Override
        public int raise(boolean up) {
            return code(WireguardDll.WireGuardSetAdapterState(handle, up ? 1 : 0));
        }

        @Override
        public Read configuration() {
            var bytes = new IntByReference(ROOM);
            while (true) {
                try (var memory = new Memory(bytes.getValue())) {
                    var code = code(WireguardDll.WireGuardGetConfiguration(handle, memory, bytes));
                    if (code == WindowsCalls.SUCCESS) {
                        var read = new Read.Bytes(ByteBuffer.wrap(memory.getByteArray(0, bytes.getValue())));
                        memory.clear();
                        return read;
                    }
                    if (code != MORE || bytes.getValue() > MOST_ROOM) {
                        return new Read.Refused(code);
                    }
                }
            }
        }

        /// `TRUE` is success.
        private static int code(int result) {
            return result != 0 ? WindowsCalls.SUCCESS : Native.getLastError();
        }

        @Override
        public void close() {
            WireguardDll.WireGuardCloseAdapter(handle);
        }
    }
}
