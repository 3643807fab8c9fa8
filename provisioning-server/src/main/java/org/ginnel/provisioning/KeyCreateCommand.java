// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.LegacyKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `key create`: prints a key, and nothing else, on standard output.
@Command(name = "create", description = "Prints an API key for a user.", mixinStandardHelpOptions = true)
final class KeyCreateCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private SecretOption secret = new SecretOption();

    @Option(names = "--user", required = true, description = "Who gets the key: 1 to 64 of [A-Za-z0-9._-].")
    private String user = "";

    @Option(names = "--tier", required = true, description = "What the key is entitled to: basic or pro.")
    private String tier = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    KeyCreateCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var key = new LegacyKeys(secret.read(environment)).mint(new Caller(user, tier));
        spec.commandLine().getOut().println(key);
        return 0;
    }
}
