// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `device remove`: takes a device back; gateways drop it within a second when the service runs.
@Command(name = "remove", description = "Takes a device back.", mixinStandardHelpOptions = true)
final class DeviceRemoveCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private WhereOption where = new WhereOption();

    @Option(names = "--user", required = true, description = "Whose it is.")
    private String user = "";

    @Parameters(paramLabel = "ID", description = "As `device list` prints it.")
    private String id = "";

    DeviceRemoveCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        where.with(environment, admin -> admin.removeDevice(user, id));
        return 0;
    }
}
