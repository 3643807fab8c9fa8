// SPDX-License-Identifier: Apache-2.0
package org.ginnel.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ginnel.control.SocketPath;
import org.junit.jupiter.api.Test;

class OperatingSystemTest {
    @Test
    void of_isWhatJavaCallsThem() {
        assertThat(OperatingSystem.of("Windows 11")).isEqualTo(OperatingSystem.WINDOWS);
        assertThat(OperatingSystem.of("Mac OS X")).isEqualTo(OperatingSystem.MACOS);
        assertThat(OperatingSystem.of("Linux")).isEqualTo(OperatingSystem.LINUX);
        assertThat(OperatingSystem.of("FreeBSD")).isEqualTo(OperatingSystem.LINUX);
    }

    @Test
    void installed_isASocket_andOnWindowsAPipe() {
        assertThat(SocketPath.installed(OperatingSystem.LINUX)).isEqualTo(Path.of("/run/ginnel/ginneld.sock"));
        assertThat(SocketPath.installed(OperatingSystem.MACOS)).isEqualTo(Path.of("/var/run/ginnel/ginneld.sock"));
        assertThat(SocketPath.isPipe(SocketPath.installed(OperatingSystem.WINDOWS)))
                .isTrue();
        assertThat(SocketPath.isPipe(SocketPath.installed(OperatingSystem.LINUX)))
                .isFalse();
    }
}
