// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands of `ginnel-provisioning`, as picocli reads and describes them.
@Command(
        name = "ginnel-provisioning",
        description = "The API of a VPN operator: keys, servers, peers.",
        mixinStandardHelpOptions = true,
        version = "ginnel-provisioning 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
final class Commands {
    private Commands() {}

    /// The commands, with the environment that they may read secrets from.
    static CommandLine line(Function<String, Optional<String>> environment) {
        return line(environment, System.in);
    }

    /// The same, with another standard input.
    static CommandLine line(Function<String, Optional<String>> environment, InputStream in) {
        var line = new CommandLine(new Commands());
        line.addSubcommand(new ServeCommand(environment));
        line.addSubcommand(new CommandLine(new KeyCommand()).addSubcommand(new KeyCreateCommand(environment)));
        line.addSubcommand(new CommandLine(new TokenCommand())
                .addSubcommand(new TokenCreateCommand(environment))
                .addSubcommand(new TokenListCommand(environment))
                .addSubcommand(new TokenRevokeCommand(environment)));
        line.addSubcommand(new CommandLine(new DeviceCommand())
                .addSubcommand(new DeviceAddCommand(environment))
                .addSubcommand(new DeviceListCommand(environment))
                .addSubcommand(new DeviceRemoveCommand(environment)));
        line.addSubcommand(new CommandLine(new AuditCommand())
                .addSubcommand(new AuditVerifyCommand(environment))
                .addSubcommand(new AuditExportCommand(environment)));
        line.addSubcommand(new CommandLine(new EventCommand())
                .addSubcommand(new EventDeadCommand(environment))
                .addSubcommand(new EventReplayCommand(environment)));
        line.addSubcommand(new CommandLine(new AdminCommand())
                .addSubcommand(new AdminEnrollCommand(environment))
                .addSubcommand(new AdminRemoveCommand(environment)));
        line.addSubcommand(new PlanCommand(environment));
        line.addSubcommand(new ApplyCommand(environment));
        line.addSubcommand(new LoginCommand(in));
        line.addSubcommand(new ImportCommand(environment));
        line.addSubcommand(new MigrateCommand(environment));
        line.addSubcommand(new BackupCommand(environment));
        line.addSubcommand(new RestoreCommand(environment));
        line.addSubcommand(new BenchmarkCommand(environment));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println(Main.explained(e));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }
}
