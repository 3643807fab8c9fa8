// SPDX-License-Identifier: Apache-2.0
package org.ginnel.host;

import java.util.Optional;
import java.util.regex.Pattern;

/// How a person does on a system what Ginnel cannot do for itself. Commands are whole lines for a terminal; those
/// of Windows work in both of its shells and want one of an administrator, the others ask for a password. Pure.
public record HowTo(OperatingSystem system) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._][A-Za-z0-9._-]*");

    /// On Windows people are called as they are called; in quotes neither of its shells reads more into this.
    private static final Pattern NAMES = Pattern.compile("[\\p{L}\\p{N}._][\\p{L}\\p{N}._ -]*");

    /// On the system that this runs on.
    public static HowTo here() {
        return new HowTo(OperatingSystem.here());
    }

    /// The command that starts the service.
    public String start() {
        return switch (system) {
            case LINUX -> "sudo systemctl start ginneld";
            case MACOS -> "sudo launchctl bootstrap system /Library/LaunchDaemons/org.ginnel.ginneld.plist";
            case WINDOWS -> "net start ginneld";
        };
    }

    /// The command that starts it anew.
    public String restart() {
        return switch (system) {
            case LINUX -> "sudo systemctl restart ginneld";
            case MACOS -> "sudo launchctl kickstart -k system/org.ginnel.ginneld";
            case WINDOWS -> "powershell Restart-Service ginneld";
        };
    }

    /// The command that shows its log.
    public String showLog() {
        return switch (system) {
            case LINUX -> "journalctl -u ginneld";
            case MACOS -> "sudo cat /Library/Logs/ginneld.log";
            case WINDOWS -> "type C:\\ProgramData\\Ginnel\\ginneld.log";
        };
    }

    /// The command that lets a user change the tunnel.
    ///
    /// @param user their name; what no shell would leave as it is, is left to the shell
    public String join(String user) {
        var plain = PLAIN.matcher(user).matches();
        return switch (system) {
            case LINUX -> "sudo usermod -aG ginnel " + (plain ? user : "\"$USER\"");
            case MACOS -> "sudo dseditgroup -o edit -a " + (plain ? user : "\"$USER\"") + " -t user ginnel";
            case WINDOWS ->
                "net localgroup ginnel \"" + (NAMES.matcher(user).matches() ? user : "%USERNAME%") + "\" /add";
        };
    }

    /// Whether that counts at once. Windows gives groups to who signs in.
    public boolean joinsAtOnce() {
        return system != OperatingSystem.WINDOWS;
    }

    /// The file for certificate authorities of an operator's own.
    public String authorities() {
        return switch (system) {
            case LINUX -> "/etc/ginnel/ca.pem";
            case MACOS -> "/Library/Application Support/Ginnel/ca.pem";
            case WINDOWS -> "C:\\ProgramData\\Ginnel\\ca.pem";
        };
    }

    /// What of Ginnel's package speaks WireGuard; empty on Linux, where the kernel does, or another package.
    public Optional<String> engine() {
        return switch (system) {
            case LINUX -> Optional.empty();
            case MACOS -> Optional.of("wireguard-go");
            case WINDOWS -> Optional.of("wireguard.dll");
        };
    }

    /// What others may have changed when the firewall is not as we made it.
    public String firewall() {
        return switch (system) {
            case LINUX -> "nftables";
            case MACOS -> "pf";
            case WINDOWS -> "the Windows Filtering Platform";
        };
    }

    /// Whether commands want a terminal that an administrator has opened as such.
    public boolean wantsRaisedTerminal() {
        return system == OperatingSystem.WINDOWS;
    }
}
