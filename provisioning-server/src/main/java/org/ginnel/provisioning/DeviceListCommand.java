// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.DeviceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `device list`: one line for each device of a user, with tabs between the columns.
@Command(name = "list", description = "Lists a user's devices.", mixinStandardHelpOptions = true)
final class DeviceListCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--user", required = true, description = "Whose.")
    private String user = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DeviceListCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.println("ID\tTIER\tPUBLIC KEY\tCREATED\tNAME");
        try (var open = Database.join(database.location(environment))) {
            new DeviceStore(open, Clock.systemUTC())
                    .list(user)
                    .forEach(device -> out.println(String.join(
                            "\t",
                            device.id(),
                            device.tier(),
                            device.key().publicKey().base64(),
                            device.createdAt().toString(),
                            device.name())));
        }
        return 0;
    }
}
