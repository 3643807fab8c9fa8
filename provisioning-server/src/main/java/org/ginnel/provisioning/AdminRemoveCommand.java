// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.FactorStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `admin remove`: takes a user's second factor away; over HTTP the user administers nothing any more.
@Command(
        name = "remove",
        description = "Takes a user's second factor away; its sessions end.",
        mixinStandardHelpOptions = true)
final class AdminRemoveCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--user", required = true, description = "Whose.")
    private String user = "";

    AdminRemoveCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (var open = Database.join(database.location(environment))) {
            if (!new FactorStore(open, Clock.systemUTC()).remove(user)) {
                throw new IllegalArgumentException("The user " + user + " has no second factor.");
            }
        }
        return 0;
    }
}
