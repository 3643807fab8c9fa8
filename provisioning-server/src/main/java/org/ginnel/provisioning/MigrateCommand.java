// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.store.Location;
import org.ginnel.provisioning.store.Transfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `migrate`: copies everything to another database, all of it or nothing. The old one keeps what it has.
@Command(
        name = "migrate",
        description = "Copies everything to another, empty database. Stop the service first; writes wait meanwhile.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Option(names = "--from", required = true, paramLabel = "FILE|URL", description = "Where the data is.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "FILE|URL", description = "Where it is to be.")
    private String to = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    MigrateCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var password = environment.apply(DatabaseOption.VARIABLE);
        var rows = Transfer.copy(Location.of(from, password), Location.of(to, password));
        spec.commandLine().getOut().println(rows + " rows copied. Start the service with --database " + to);
        return 0;
    }
}
