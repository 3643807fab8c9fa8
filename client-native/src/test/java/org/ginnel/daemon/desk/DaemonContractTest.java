// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.devkit.ControlContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// The real daemon keeps the contract that the fake one of the devkit keeps.
class DaemonContractTest extends ControlContract {
    private final List<TestDaemon> started = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void closeAll() throws IOException {
        for (var daemon : started) {
            daemon.close();
        }
    }

    private TestDaemon start(boolean isOurs) throws IOException {
        var own = Files.createDirectory(directory.resolve("d" + started.size()));
        var daemon = make(own, isOurs);
        started.add(daemon);
        return daemon;
    }

    /// Makes one.
    ///
    /// @param isOurs whether who calls may change things
    TestDaemon make(Path own, boolean isOurs) throws IOException {
        return new TestDaemon(own, Set.of(isOurs ? System.getProperty("user.name") : "nobody-of-that-name"));
    }

    @Override
    protected Path loggedOut() throws IOException {
        return start(true).socket;
    }

    @Override
    protected Path ready() throws IOException {
        var daemon = start(true);
        try {
            assertThat(daemon.logIn()).isInstanceOf(Reply.Done.class);
        } catch (ControlException e) {
            throw new IOException(e);
        }
        return daemon.socket;
    }

    @Override
    protected Path readOnly() throws IOException {
        return start(false).socket;
    }
}
