// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.Golden.assertGolden;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LaunchDaemonTest {
    @Test
    void plist_isItsGolden() {
        assertGolden(
                "macos/service/org.ginnel.ginneld.plist", LaunchDaemon.plist(Path.of("/Library/Ginnel/bin/ginneld")));
    }

    /// 63 is 0077: a property list knows no octal numbers.
    @Test
    void plist_keepsFilesToRoot() {
        assertThat(LaunchDaemon.plist(Path.of("/x"))).contains("<integer>" + 0077 + "</integer>");
    }

    @Test
    void plist_pathWithMarkup_staysAPath() {
        assertThat(LaunchDaemon.plist(Path.of("/a & b/<x>"))).contains("<string>/a &amp; b/&lt;x&gt;</string>");
    }
}
