// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ginnel.host.OperatingSystem;
import org.ginnel.ui.notify.linux.DesktopBell;
import org.ginnel.ui.notify.macos.ScriptBell;
import org.ginnel.ui.notify.windows.BalloonBell;
import org.junit.jupiter.api.Test;

class BellsTest {
    private static Bell open(OperatingSystem system, Map<String, String> environment) {
        var bell = Bells.open(system, environment, () -> {});
        bell.close();
        return bell;
    }

    @Test
    void eachSystem_hasItsOwn_andNoneTouchesTheDesktopBeforeItRings() {
        assertThat(open(OperatingSystem.LINUX, Map.of("XDG_RUNTIME_DIR", "/nonexistent")))
                .isInstanceOf(DesktopBell.class);
        assertThat(open(OperatingSystem.LINUX, Map.of())).isInstanceOf(Bell.Silent.class);
        assertThat(open(OperatingSystem.MACOS, Map.of())).isInstanceOf(ScriptBell.class);
        assertThat(open(OperatingSystem.WINDOWS, Map.of())).isInstanceOf(BalloonBell.class);
    }
}
