// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

/// The registry of this machine, for tests outside of its package.
public final class TestRegistry {
    private TestRegistry() {}

    public static void set(String key, String name, int number) {
        new NativeRegistry().set(key, name, new Registry.Value.Dword(number));
    }

    public static void delete(String key) {
        new NativeRegistry().deleteKey(key);
    }
}
