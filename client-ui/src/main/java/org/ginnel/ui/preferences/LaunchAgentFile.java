// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import org.ginnel.ui.file.UserFolders;

/// An agent that launchd starts when the user logs in to the desktop of a Mac (`launchd.plist(5)`). Never loaded on
/// one so far.
public final class LaunchAgentFile extends LoginFile {
    private static final String LABEL = "org.ginnel.Ginnel";

    /// @param launcher what starts the window
    public LaunchAgentFile(UserFolders folders, String launcher) {
        super(
                folders.launchAgents()
                        .filter(_ -> isPlainPath(launcher))
                        .map(folder -> folder.resolve(LABEL + ".plist")),
                plist(launcher));
    }

    private static String plist(String launcher) {
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
                    </array>
                    <key>RunAtLoad</key>
                    <true/>
                    <key>LimitLoadToSessionType</key>
                    <string>Aqua</string>
                    <key>ProcessType</key>
                    <string>Interactive</string>
                </dict>
                </plist>
                """.formatted(LABEL, launcher);
    }
}
