// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.windows;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.ginnel.daemon.control.Permissions;
import org.ginnel.daemon.windows.WindowsNames;
import org.ginnel.daemon.windows.service.ServiceDefinition;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.jpackage.AppImage;
import org.ginnel.packaging.tree.Blanks;
import org.ginnel.packaging.tree.Sources;

/// The source for WiX: `src/main/windows/ginnel.wxs` with what the daemon's own adapter says of its service. Pure
/// but for reading that file; golden in `golden/windows`.
record WindowsTexts(Sources sources) {
    /// Stands for where Windows Installer puts the program, which it quotes by itself.
    private static final String PROGRAM = "C:\\Program Files\\Ginnel\\ginneld.exe";

    String wix() throws IOException {
        var service = ServiceDefinition.of(PROGRAM);
        var dependencies = service.dependencies().stream()
                .map(name -> "                <ServiceDependency Id=\"" + escaped(name) + "\"/>")
                .collect(Collectors.joining("\n"));
        return new Blanks(Map.of(
                        "VERSION", Version.OURS,
                        "MAIN", AppImage.MAIN,
                        "SERVICE", escaped(service.name()),
                        "TITLE", escaped(service.displayName()),
                        "ACCOUNT", escaped(service.account()),
                        "ARGUMENTS", escaped(arguments(service.command())),
                        "DEPENDENCIES", dependencies,
                        "GROUP", escaped(Permissions.GROUP),
                        "STATE", escaped(WindowsNames.STATE),
                        "DELAY",
                                Long.toString(Duration.ofMillis(service.restartMillis())
                                        .toSeconds())))
                .fill(sources.file("windows/ginnel.wxs"));
    }

    private static String arguments(String command) {
        var program = '"' + PROGRAM + '"';
        if (!command.startsWith(program)) {
            throw new PackagingException("the service's command does not begin with its program: " + command);
        }
        return command.substring(program.length()).strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
