// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `ginnel-provisioning`. Exits with 0 when it did what was asked, 1 when it could not, 2 when it was asked wrongly.
@Command(
        name = "ginnel-provisioning",
        description = "The API of a VPN operator: keys, servers, peers.",
        mixinStandardHelpOptions = true,
        version = "ginnel-provisioning 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Function<String, Optional<String>> environment = name -> Optional.ofNullable(System.getenv(name));
        var serves = args.length > 0 && args[0].equals("serve");
        var line = serves ? serving(environment) : commandLine(environment);
        System.exit(line.execute(args));
    }

    /// `serve` alone: what a service is started with need not wait until thirty other commands are described.
    static CommandLine serving(Function<String, Optional<String>> environment) {
        return explaining(new CommandLine(new Main()).addSubcommand(new ServeCommand(environment)));
    }

    /// The commands, with the environment that they may read secrets from.
    static CommandLine commandLine(Function<String, Optional<String>> environment) {
        return commandLine(environment, System.in);
    }

    /// The same, with another standard input.
    static CommandLine commandLine(Function<String, Optional<String>> environment, InputStream in) {
        var line = new CommandLine(new Main());
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
        return explaining(line);
    }

    private static CommandLine explaining(CommandLine line) {
        line.setExecutionExceptionHandler((e, command, parsed) -> explain(e, command.getErr()));
        return line;
    }

    private static int explain(Exception e, PrintWriter err) {
        err.println(
                "ginnel-provisioning: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
