// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.io.IOException;
import java.nio.file.Path;
import org.ginnel.daemon.windows.control.NativePipes;
import org.ginnel.daemon.windows.control.PipeListener;
import org.ginnel.daemon.windows.control.TestPipes;

/// The real daemon keeps its contract by a named pipe as well: with the client, the server and the pipe of Windows.
class DaemonOnWindowsTest extends DaemonContractTest {
    @Override
    TestDaemon make(Path own, boolean isOurs) throws IOException {
        var name = "\\\\.\\pipe\\ginnel-daemon-" + ProcessHandle.current().pid() + "-" + own.hashCode();
        var pipes = new NativePipes("nobody");
        var place = PipeListener.at(TestPipes.first(name), isOurs ? pipes : TestPipes.withoutGroups(pipes));
        return new TestDaemon(own, Path.of(name), place);
    }
}
