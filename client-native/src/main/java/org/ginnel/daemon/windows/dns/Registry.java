// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The calls on `HKEY_LOCAL_MACHINE` that we need, and what the resolver is told besides, one to one. Codes
/// are those of Windows; 0 is success.
interface Registry {
    /// `ERROR_FILE_NOT_FOUND`: no such key or value.
    int NONE = 2;

    /// `ERROR_PROC_NOT_FOUND`: no such function.
    int NO_FUNCTION = 127;

    /// What a value holds.
    sealed interface Value {
        /// `REG_SZ`.
        record Text(String text) implements Value {}

        /// `REG_DWORD`.
        record Dword(int number) implements Value {}

        /// `REG_MULTI_SZ`.
        record Texts(List<String> texts) implements Value {}
    }

    /// `RegSetKeyValueW`: makes the key where it is missing.
    int set(String key, String name, Value value);

    /// `RegGetValueW`; empty also when it cannot be read.
    Optional<Value> get(String key, String name);

    /// `RegDeleteKeyValueW`.
    int deleteValue(String key, String name);

    /// `RegDeleteTreeW`: the key and all in it.
    int deleteKey(String key);

    /// `SetInterfaceDnsSettings`: keeps it in the registry, and the resolver hears of it at once.
    ///
    /// @param servers with commas between; empty for none
    /// @param search with commas between; empty for none
    int tell(UUID networkInterface, boolean ipv4, String servers, String search);

    /// `DnsFlushResolverCache`: names are asked for anew.
    void flushNames();
}
