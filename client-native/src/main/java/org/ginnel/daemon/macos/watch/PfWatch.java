// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.watch;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.daemon.macos.MacNames;
import org.ginnel.daemon.port.SystemWatch.Running;
import org.ginnel.daemon.port.Ticks;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;

/// Tells that rules of our anchor are others than before, or that `pf` was switched on or off. Nobody tells of that,
/// so it is looked at again and again; a foreign change stands for as long as that. Never run on a Mac so far.
final class PfWatch {
    /// Two programs that end at once, a fraction of a percent of a processor.
    static final Duration EVERY = Duration.ofSeconds(3);

    private final Commands commands;
    private final Runnable changed;
    private Optional<Seen> seen = Optional.empty();

    private PfWatch(Commands commands, Runnable changed) {
        this.commands = commands;
        this.changed = changed;
    }

    /// @param rules as they are listed; where there is no anchor the program fails, which is as good a listing
    /// @param status the word that says whether `pf` is enabled
    private record Seen(Exited rules, String status) {}

    static Running start(Commands commands, Ticks ticks, Runnable changed) {
        return ticks.every(EVERY, new PfWatch(commands, changed)::look);
    }

    /// What was not listed in time is as it was; the firewall says so itself when it is asked.
    private void look() {
        var now = ended("pfctl", "-a", MacNames.ANCHOR, "-s", "rules")
                .flatMap(rules -> ended("pfctl", "-s", "info").map(info -> new Seen(rules, status(info.stdout()))));
        if (now.isPresent() && seen.isPresent() && !now.equals(seen)) {
            changed.run();
        }
        seen = now.or(() -> seen);
    }

    /// `Status: Enabled for 0 days 01:02:03 ...`, without how long.
    private static String status(String info) {
        return info.lines()
                .filter(line -> line.startsWith("Status: "))
                .findFirst()
                .map(line -> line.split(" ", 3)[1])
                .orElse("");
    }

    private Optional<Exited> ended(String... argv) {
        return commands.run(Command.of(argv)) instanceof Exited exited ? Optional.of(exited) : Optional.empty();
    }
}
