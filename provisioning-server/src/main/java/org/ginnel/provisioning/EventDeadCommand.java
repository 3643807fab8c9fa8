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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `event dead`: one line for each event that an address would not take, with tabs between the columns.
@Command(name = "dead", description = "Lists events that were given up.", mixinStandardHelpOptions = true)
final class EventDeadCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    EventDeadCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.println("URL\tEVENT\tWHY");
        try (var open = Database.join(database.location(environment))) {
            new EventStore(open, Clock.systemUTC())
                    .deadLetters()
                    .forEach(letter -> out.println(letter.url() + "\t" + letter.seq() + "\t" + letter.why()));
        }
        return 0;
    }
}
