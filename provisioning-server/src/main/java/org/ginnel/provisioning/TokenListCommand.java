// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.key.TokenRecord;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.TokenStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `token list`: one line for each token, with tabs between the columns.
@Command(name = "list", description = "Lists tokens.", mixinStandardHelpOptions = true)
final class TokenListCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--user", description = "Only this user's.")
    private @Nullable String user;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TokenListCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.println("ID\tUSER\tTIER\tSCOPES\tCREATED\tEXPIRES\tLAST USED\tSTATE\tNAME");
        try (var open = Database.join(database.location(environment))) {
            new TokenStore(open, Clock.systemUTC())
                    .list(Optional.ofNullable(user))
                    .forEach(token -> out.println(line(token)));
        }
        return 0;
    }

    private static String line(TokenRecord token) {
        var scopes = token.permissions().stream().map(Permission::word).sorted().collect(Collectors.joining(","));
        var state = token.revokedAt().isPresent() ? "revoked" : token.isValid(Instant.now()) ? "valid" : "expired";
        return String.join(
                "\t",
                token.id(),
                token.caller().user(),
                token.caller().tier(),
                scopes,
                token.createdAt().toString(),
                token.expiresAt().map(Instant::toString).orElse("-"),
                token.lastUsedAt().map(Instant::toString).orElse("-"),
                state,
                token.name());
    }
}
