// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.admin.TokenWish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `token create`: prints a token, and nothing else, on standard output. It is shown this once.
@Command(name = "create", description = "Prints a new token for a user.", mixinStandardHelpOptions = true)
final class TokenCreateCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private WhereOption where = new WhereOption();

    @Option(names = "--user", required = true, description = "Who gets it: 1 to 64 of [A-Za-z0-9._-].")
    private String user = "";

    @Option(names = "--tier", required = true, description = "What it is entitled to: basic or pro.")
    private String tier = "";

    @Option(
            names = "--scope",
            split = ",",
            description =
                    "What it may be used for: relays:read, devices:read, devices:write, account:read (all of these without"
                            + " it), metrics:read, admin.")
    private List<String> scopes = List.of();

    @Option(names = "--name", defaultValue = "", description = "What it is for, for people.")
    private String name = "";

    @Option(names = "--expires-in-days", paramLabel = "DAYS", description = "When it ends; without it, never.")
    private @Nullable Integer days;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TokenCreateCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var wish = new TokenWish(user, tier, scopes, name, Optional.ofNullable(days));
        where.with(
                environment,
                admin -> spec.commandLine()
                        .getOut()
                        .println(admin.createToken(wish).path("token").asText()));
        return 0;
    }
}
