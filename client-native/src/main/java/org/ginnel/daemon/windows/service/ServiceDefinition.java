// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.service;

import java.util.List;
import org.ginnel.daemon.windows.WindowsNames;

/// What the service control manager is to know of the daemon (`CreateServiceW`, `ChangeServiceConfig2W`).
/// Data for an installer; golden in `golden/windows/service`. Never installed so far.
///
/// @param command the program's whole path in quotes: without them, a path with a space names other
/// programs too
/// @param dependencies services that are started before it
/// @param restartMillis how long after a failure it is started again
public record ServiceDefinition(
        String name, String displayName, String command, String account, List<String> dependencies, int restartMillis) {
    public ServiceDefinition {
        dependencies = List.copyOf(dependencies);
    }

    /// Ours: LocalSystem, at each start of the machine, behind the filtering engine and the network's core.
    ///
    /// @param program whole path of the daemon's launcher
    /// @throws IllegalArgumentException for a path that is not whole, or has a quote in it
    public static ServiceDefinition of(String program) {
        if (!program.matches("[A-Za-z]:\\\\[^\"]+")) {
            throw new IllegalArgumentException("not the whole path of a program");
        }
        return new ServiceDefinition(
                WindowsNames.SERVICE,
                "Ginnel VPN service",
                '"' + program + "\" --service",
                "LocalSystem",
                List.of("BFE", "nsi", "Tcpip"),
                1000);
    }

    /// The same as calls of `sc.exe`, one a line of arguments.
    public List<List<String>> calls() {
        return List.of(
                List.of(
                        "sc.exe",
                        "create",
                        name,
                        "type=",
                        "own",
                        "start=",
                        "auto",
                        "error=",
                        "normal",
                        "binPath=",
                        command,
                        "obj=",
                        account,
                        "depend=",
                        String.join("/", dependencies),
                        "DisplayName=",
                        displayName),
                List.of("sc.exe", "sidtype", name, "unrestricted"),
                List.of(
                        "sc.exe",
                        "failure",
                        name,
                        "reset=",
                        "60",
                        "actions=",
                        "restart/%1$d/restart/%1$d/restart/%1$d".formatted(restartMillis)),
                List.of("sc.exe", "failureflag", name, "1"));
    }
}
