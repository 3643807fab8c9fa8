// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether this machine speaks IPv6. Where it does not, nothing can leak by it and nothing of it can be set up.
public final class Ipv6 {
    private final Path kernelSettings;

    /// @param kernelSettings `/proc/sys`
    public Ipv6(Path kernelSettings) {
        this.kernelSettings = kernelSettings;
    }

    /// Whether new interfaces get IPv6; asked each time, because it can be switched.
    public boolean isUsable() {
        return List.of("all", "default").stream()
                .map(which ->
                        kernelSettings.resolve("net/ipv6/conf").resolve(which).resolve("disable_ipv6"))
                .allMatch(Ipv6::isZero);
    }

    private static boolean isZero(Path setting) {
        try {
            return Files.readString(setting).strip().equals("0");
        } catch (IOException e) {
            return false;
        }
    }
}
