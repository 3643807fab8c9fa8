// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.backup.SealedInput;
import org.ginnel.provisioning.store.Transfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `restore`: brings a backup into an empty database of either kind, all of it or nothing.
@Command(name = "restore", description = "Brings a backup into an empty database.", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private VaultOption vault = new VaultOption();

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "What `backup` wrote.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RestoreCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var key = vault.key(environment);
        try (var in = new SealedInput(new BufferedInputStream(Files.newInputStream(file)), key)) {
            var rows = Transfer.read(in, vault.location(environment));
            spec.commandLine().getOut().println(rows + " rows restored");
            return 0;
        } catch (IOException e) {
            throw new IllegalArgumentException("The backup " + file + " cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
