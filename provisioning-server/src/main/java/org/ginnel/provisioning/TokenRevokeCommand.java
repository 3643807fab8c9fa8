// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.TokenStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `token revoke`: ends a token for good; a service that runs refuses it within a second.
@Command(name = "revoke", description = "Ends a token for good.", mixinStandardHelpOptions = true)
final class TokenRevokeCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Parameters(paramLabel = "ID", description = "The 12 characters after gk_, as `token list` prints them.")
    private String id = "";

    TokenRevokeCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (var open = Database.join(database.location(environment))) {
            if (!new TokenStore(open, Clock.systemUTC()).revoke(id)) {
                throw new IllegalArgumentException(
                        "There is no token " + id + ", or it was revoked before. `token list` shows them.");
            }
        }
        return 0;
    }
}
