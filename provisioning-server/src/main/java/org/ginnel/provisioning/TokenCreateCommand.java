// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.key.AccessToken;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.TokenStore;
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
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--user", required = true, description = "Who gets it: 1 to 64 of [A-Za-z0-9._-].")
    private String user = "";

    @Option(names = "--tier", required = true, description = "What it is entitled to: basic or pro.")
    private String tier = "";

    @Option(
            names = "--scope",
            split = ",",
            description = "What it may be used for: relays:read, devices:read, devices:write, account:read. Without it,"
                    + " all of these.")
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
        var clock = Clock.systemUTC();
        var caller = new Caller(user, tier);
        var permissions = permissions();
        var ends = Optional.ofNullable(days).map(count -> clock.instant().plus(Duration.ofDays(count)));
        var token = AccessToken.generate(new SecureRandom());
        try (var open = Database.join(database.location(environment))) {
            new TokenStore(open, clock).create(token, caller, permissions, name, ends);
        }
        spec.commandLine().getOut().println(token.reveal());
        return 0;
    }

    private Set<Permission> permissions() {
        if (scopes.isEmpty()) {
            return Permission.ofUsers();
        }
        var permissions = EnumSet.noneOf(Permission.class);
        for (var scope : scopes) {
            permissions.add(Permission.of(scope)
                    .orElseThrow(() -> new IllegalArgumentException("'" + scope + "' is no scope. There are"
                            + " relays:read, devices:read, devices:write, account:read and admin.")));
        }
        return permissions;
    }
}
