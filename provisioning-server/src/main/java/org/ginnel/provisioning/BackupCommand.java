// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.backup.SealedOutput;
import org.ginnel.provisioning.store.Transfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `backup`: everything of one moment in one encrypted file, while the service runs.
@Command(
        name = "backup",
        description = "Writes everything into a new file that opens with the operator's secret only.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private VaultOption vault = new VaultOption();

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "A new file.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BackupCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var key = vault.key(environment);
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, mine);
                var out = new SealedOutput(
                        new BufferedOutputStream(Channels.newOutputStream(channel)), key, new SecureRandom())) {
            var rows = Transfer.write(vault.location(environment), out);
            spec.commandLine().getOut().println(rows + " rows in " + file);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("The backup cannot be written to " + file + ": it must be a new file.", e);
        }
    }
}
