// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AWTError;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraysTest {
    private static final TrayOpener NOT_HERE = _ -> new TrayOpener.Result.Unavailable("not here");
    private static final TrayOpener BROKEN = _ -> {
        throw new IOException("broken");
    };
    private static final TrayOpener NO_NATIVE_CODE = _ -> {
        throw new UnsatisfiedLinkError("no libgtk");
    };
    private static final TrayOpener NO_DISPLAY = _ -> {
        throw new AWTError("Can't connect to X11 window server");
    };

    @Test
    void firstOf_takesTheFirstThatOpens() {
        var tray = new FakeTray(_ -> {});
        TrayOpener opens = _ -> new TrayOpener.Result.Opened(tray);
        TrayOpener mustNotBeTried = _ -> {
            throw new AssertionError("tried after one had opened");
        };

        assertThat(Trays.firstOf(List.of(NOT_HERE, BROKEN, NO_NATIVE_CODE, NO_DISPLAY, opens, mustNotBeTried), _ -> {}))
                .isSameAs(tray);
    }

    @Test
    void firstOf_withoutAny_isNoTray() {
        assertThat(Trays.firstOf(List.of(NOT_HERE, BROKEN, NO_NATIVE_CODE, NO_DISPLAY), _ -> {}))
                .isEqualTo(new NoTray());
        assertThat(Trays.firstOf(List.of(), _ -> {})).isEqualTo(new NoTray());
    }

    @Test
    void noTray_isNeverVisible() {
        try (var tray = new NoTray()) {
            tray.show(TrayMenu.unreachable(Moments.NO_DAEMON, Moments.TEXTS));
            assertThat(tray.isVisible()).isFalse();
        }
    }
}
