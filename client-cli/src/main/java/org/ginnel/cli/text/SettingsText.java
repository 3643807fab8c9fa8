// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.time.Duration;
import java.util.List;
import org.ginnel.control.Snapshot;
import org.ginnel.settings.Settings;

/// The settings, for people: what each one is, and what that means.
public final class SettingsText {
    private static final int NAME_COLUMNS = 10;
    private static final int VALUE_COLUMNS = 4;

    private SettingsText() {}

    /// A line for each, under the name that changes it.
    public static List<Line> all(Snapshot snapshot) {
        var settings = snapshot.settings();
        var held = snapshot.account().isPresent();
        return List.of(
                row("lan", onOrOff(settings.allowLan()), lanMeans(settings)),
                row("lockdown", onOrOff(settings.lockdown()), lockdownMeans(settings, held)),
                row("dns", settings.dns().isEmpty() ? "auto" : servers(settings), dnsMeans(settings)),
                row("keys", keyTime(settings), "how long a key of this device is used"));
    }

    /// What the local network may do from now on.
    public static Line lan(Settings settings) {
        return settings.allowLan()
                ? Line.of(Tone.STRONG, "The local network stays reachable")
                        .plus(": printers and shares nearby work, whatever the tunnel does.")
                : Line.of(Tone.STRONG, "The local network is blocked while connected")
                        .plus(", like everything outside the tunnel.");
    }

    /// What holds without a tunnel from now on.
    ///
    /// @param held whether somebody has logged in, which it waits for
    public static Line lockdown(Settings settings, boolean held) {
        return settings.lockdown()
                ? Line.of(Tone.STRONG, held ? "Lockdown is on" : "Lockdown is on from the first login")
                        .plus(": without a tunnel nothing leaves this computer, not after `ginnel disconnect` and not"
                                + " while it starts up, until you turn lockdown off.")
                : Line.of(Tone.STRONG, "Lockdown is off")
                        .plus(": without a tunnel everything may leave this computer.");
    }

    /// Who is asked for names from now on.
    public static Line dns(Settings settings) {
        return settings.dns().isEmpty()
                ? Line.of("Names are asked of the DNS servers that come with each VPN server, through the tunnel only.")
                : Line.of("Names are asked of ")
                        .plus(Tone.STRONG, servers(settings))
                        .plus(", through the tunnel only.");
    }

    /// How long keys are used from now on.
    public static Line keys(Settings settings) {
        return Line.of("A key of this device is used for ")
                .plus(Tone.STRONG, keyTime(settings))
                .plus(", then another takes its place: under a tunnel too, and what is open goes on.");
    }

    /// That keys are replaced once.
    public static Line keysNow() {
        return Line.of("This device is given another key now. What is open goes on; ")
                .plus(Tone.STRONG, "ginnel status")
                .plus(" says since when the new one is used.");
    }

    /// Such as `24h`.
    static String keyTime(Settings settings) {
        var time = settings.keyTime();
        return time.equals(Duration.ofHours(time.toHours())) ? time.toHours() + "h" : time.toMinutes() + "m";
    }

    /// Such as `9.9.9.9, 2620:fe::fe`.
    static String servers(Settings settings) {
        return String.join(", ", settings.dns());
    }

    private static String lockdownMeans(Settings settings, boolean held) {
        if (!settings.lockdown()) {
            return "without a tunnel everything may leave";
        }
        return held ? "nothing leaves without a tunnel" : "nothing leaves without a tunnel, from the first login";
    }

    private static String lanMeans(Settings settings) {
        return settings.allowLan()
                ? "printers and shares of the local network stay reachable"
                : "the local network is blocked while connected";
    }

    private static String dnsMeans(Settings settings) {
        return settings.dns().isEmpty()
                ? "names are asked of the DNS servers of the VPN server"
                : "asked for names, through the tunnel only";
    }

    private static String onOrOff(boolean on) {
        return on ? "on" : "off";
    }

    private static Line row(String name, String value, String means) {
        return Line.of(Tone.STRONG, name + " ".repeat(NAME_COLUMNS - name.length()))
                .plus(value + " ".repeat(Math.max(0, VALUE_COLUMNS - value.length()) + 2))
                .plus(Tone.QUIET, means);
    }
}
