// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.EventStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `event replay`: tells an address everything again from an event on; the service begins within a second.
@Command(
        name = "replay",
        description = "Tells an address everything again from an event on.",
        mixinStandardHelpOptions = true)
final class EventReplayCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--url", required = true, description = "As it is in the servers file.")
    private String url = "";

    @Option(names = "--from", required = true, paramLabel = "EVENT", description = "The first event, from 1.")
    private long from;

    EventReplayCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (var open = Database.join(database.location(environment))) {
            if (from < 1 || !new EventStore(open, Clock.systemUTC()).replay(url, from)) {
                throw new IllegalArgumentException("Nothing was ever told to " + url
                        + ", or the event is not 1 or later. Compare the address with" + " the servers file.");
            }
        }
        return 0;
    }
}
