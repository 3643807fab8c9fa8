// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Set;
import org.ginnel.daemon.device.Lane;

/// The names and numbers under which Ginnel is found in a Mac.
public final class MacNames {
    /// Where our rules of `pf` are. The main ruleset of a Mac (`/etc/pf.conf`) calls `com.apple/*`, whose
    /// parts are looked at in the order of their names: ours come before Apple's `200.AirDrop` and
    /// `250.ApplicationFirewall`.
    public static final String ANCHOR = "com.apple/000.ginnel";

    /// Interfaces of kernel control `utun` have no name but their number (`if_utun.c` of XNU). The firewall
    /// names them before there is one, so they are chosen: far above those that the system gives away from
    /// 0 on.
    private static final int UNITS = 226;

    private MacNames() {}

    /// The interface of a lane: `utun226` to `utun229`.
    public static String device(Lane lane) {
        return "utun" + (UNITS + lane.number());
    }

    /// The interfaces of all lanes.
    public static Set<String> devices() {
        return Arrays.stream(Lane.values()).map(MacNames::device).collect(toUnmodifiableSet());
    }
}
