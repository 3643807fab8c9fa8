// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.device.Change;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.DeviceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `device remove`: takes a device back; gateways drop it within a second when the service runs.
@Command(name = "remove", description = "Takes a device back.", mixinStandardHelpOptions = true)
final class DeviceRemoveCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--user", required = true, description = "Whose it is.")
    private String user = "";

    @Parameters(paramLabel = "ID", description = "As `device list` prints it.")
    private String id = "";

    DeviceRemoveCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (var open = Database.join(database.location(environment))) {
            if (!(new DeviceStore(open, Clock.systemUTC()).remove(user, id) instanceof Change.Done)) {
                throw new IllegalArgumentException(
                        "The user " + user + " has no device " + id + ". `device list` shows them.");
            }
        }
        return 0;
    }
}
