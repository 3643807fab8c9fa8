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

    private TestDaemon start(Set<String> owners) throws IOException {
        var own = Files.createDirectory(directory.resolve("d" + started.size()));
        var daemon = new TestDaemon(own, owners);
        started.add(daemon);
        return daemon;
    }

    @Override
    protected Path loggedOut() throws IOException {
        return start(Set.of(System.getProperty("user.name"))).socket;
    }

    @Override
    protected Path ready() throws IOException {
        var daemon = start(Set.of(System.getProperty("user.name")));
        try {
            assertThat(daemon.logIn()).isInstanceOf(Reply.Done.class);
        } catch (ControlException e) {
            throw new IOException(e);
        }
        return daemon.socket;
    }

    @Override
    protected Path readOnly() throws IOException {
        return start(Set.of("nobody-of-that-name")).socket;
    }
}
