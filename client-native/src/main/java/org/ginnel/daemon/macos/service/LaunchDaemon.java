// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.service;

import java.nio.file.Path;
import org.ginnel.control.SocketPath;

/// The property list by which launchd runs the daemon (`launchd.plist(5)`), for `/Library/LaunchDaemons`.
/// Pure; golden in `golden/macos/service`. Never loaded on a Mac so far.
public final class LaunchDaemon {
    /// Its label, and the name of its file.
    public static final String LABEL = "org.ginnel.ginneld";

    /// Where the daemon listens on macOS.
    public static final Path SOCKET = SocketPath.ON_MACOS;

    /// What is kept between runs; for root alone.
    public static final Path STATE = Path.of("/Library/Application Support/Ginnel");

    /// What the daemon says; it is root's alone by the umask. The daemon writes it and keeps it short, as
    /// what launchd has open for a service stays open, whoever moves the file away. launchd has it, too, for
    /// what is said before there is a daemon, or by a machine of Java that dies.
    public static final Path LOG = Path.of("/Library/Logs/ginneld.log");

    private LaunchDaemon() {}

    /// The engine outlives the daemon (`AbandonProcessGroup`), so that a restart ends no tunnel; a crash
    /// restarts it at once, and the system gives it what it gives to programs in front of the user
    /// (`Interactive`).
    ///
    /// @param program the daemon's launcher
    public static String plist(Path program) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                    <key>Label</key>
                    <string>%s</string>
                    <key>ProgramArguments</key>
                    <array>
                        <string>%s</string>
                        <string>--socket</string>
                        <string>%s</string>
                        <string>--state</string>
                        <string>%s</string>
                        <string>--log</string>
                        <string>%s</string>
                    </array>
                    <key>RunAtLoad</key>
                    <true/>
                    <key>KeepAlive</key>
                    <true/>
                    <key>ThrottleInterval</key>
                    <integer>1</integer>
                    <key>AbandonProcessGroup</key>
                    <true/>
                    <key>ProcessType</key>
                    <string>Interactive</string>
                    <key>Umask</key>
                    <integer>63</integer>
                    <key>ExitTimeOut</key>
                    <integer>10</integer>
                    <key>StandardErrorPath</key>
                    <string>%s</string>
                </dict>
                </plist>
                """.formatted(LABEL, escaped(program), escaped(SOCKET), escaped(STATE), escaped(LOG), escaped(LOG));
    }

    private static String escaped(Path path) {
        return path.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
