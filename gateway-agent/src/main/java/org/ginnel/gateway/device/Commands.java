// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.util.List;

/// Runs programs of the system: never through a shell, with secrets only on standard input.
public interface Commands {
    /// Runs one to its end.
    ///
    /// @param argv program and arguments; every user of the machine can read them
    /// @param stdin what the program reads
    /// @return what it printed
    /// @throws DeviceException when it is not there, fails, or takes too long; with its first line of error
    String run(List<String> argv, String stdin) throws DeviceException;
}
