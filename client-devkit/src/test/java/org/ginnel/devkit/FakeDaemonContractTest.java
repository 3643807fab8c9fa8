// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class FakeDaemonContractTest extends ControlContract {
    private final List<FakeDaemon> daemons = new ArrayList<>();

    @Override
    protected Path loggedOut() {
        return start(Scenario.loggedOut());
    }

    @Override
    protected Path ready() {
        return start(Scenario.disconnected());
    }

    @Override
    protected Path readOnly() {
        return start(Scenario.notPermitted());
    }

    private Path start(Scenario scenario) {
        var daemon = FakeDaemon.start(scenario);
        daemons.add(daemon);
        return daemon.socket();
    }

    @AfterEach
    void stop() {
        daemons.forEach(FakeDaemon::close);
    }
}
