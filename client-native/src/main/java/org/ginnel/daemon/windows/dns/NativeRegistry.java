// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;
import java.util.UUID;
import org.ginnel.daemon.windows.NativeBytes;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.daemon.windows.jna.Advapi32;
import org.ginnel.daemon.windows.jna.Dnsapi;
import org.ginnel.daemon.windows.jna.Guid;
import org.ginnel.daemon.windows.jna.InterfaceDns;

/// The registry of the machine this runs on. Never run so far.
final class NativeRegistry implements Registry {
    /// `HKEY_LOCAL_MACHINE`, which is a number and no address.
    private static final Pointer MACHINE = new Pointer(0xffff_ffff_8000_0002L);

    /// `RRF_RT_ANY`.
    private static final int ANY = 0xffff;

    private static final int ROOM = 4096;

    @Override
    public int set(String key, String name, Value value) {
        var bytes = RegistryBytes.of(value);
        return Advapi32.RegSetKeyValueW(
                MACHINE, wide(key), wide(name), RegistryBytes.type(value), NativeBytes.memory(bytes), bytes.length);
    }

    @Override
    public Optional<Value> get(String key, String name) {
        var type = new IntByReference();
        var length = new IntByReference(ROOM);
        try (var data = new Memory(ROOM)) {
            var code = Advapi32.RegGetValueW(MACHINE, wide(key), wide(name), ANY, type, data, length);
            return code == WindowsCalls.SUCCESS
                    ? RegistryBytes.read(type.getValue(), data.getByteArray(0, length.getValue()))
                    : Optional.empty();
        }
    }

    @Override
    public int deleteValue(String key, String name) {
        return Advapi32.RegDeleteKeyValueW(MACHINE, wide(key), wide(name));
    }

    @Override
    public int deleteKey(String key) {
        return Advapi32.RegDeleteTreeW(MACHINE, wide(key));
    }

    @Override
    public int tell(UUID networkInterface, boolean ipv4, String servers, String search) {
        var id = new Guid();
        id.bytes = NativeBytes.guid(networkInterface);
        try (var serverText = wide(servers);
                var searchText = wide(search);
                var settings = NativeBytes.memory(
                        InterfaceSettings.of(ipv4, Pointer.nativeValue(serverText), Pointer.nativeValue(searchText)))) {
            return InterfaceDns.SetInterfaceDnsSettings(id, settings);
        } catch (LinkageError e) {
            return NO_FUNCTION;
        }
    }

    @Override
    public void flushNames() {
        var _ = Dnsapi.DnsFlushResolverCache();
    }

    private static Memory wide(String text) {
        return NativeBytes.memory(NativeBytes.wide(text));
    }
}
