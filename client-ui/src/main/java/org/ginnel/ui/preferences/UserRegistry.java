// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;

/// The registry of the user who runs this, by JNA's own Windows. Loaded on Windows alone; never run there so far.
final class UserRegistry implements RunKey.Registry {
    @Override
    public boolean has(String key, String name) {
        return Advapi32Util.registryValueExists(WinReg.HKEY_CURRENT_USER, key, name);
    }

    @Override
    public void set(String key, String name, String text) {
        Advapi32Util.registrySetStringValue(WinReg.HKEY_CURRENT_USER, key, name, text);
    }

    @Override
    public void delete(String key, String name) {
        Advapi32Util.registryDeleteValue(WinReg.HKEY_CURRENT_USER, key, name);
    }
}
