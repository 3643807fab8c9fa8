// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.dns;

import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// The resolver settings of macOS, by an entry of our own in the dynamic store: nothing of the system's or
/// the user's is overwritten, and nothing is left after a restart. Never run on a Mac so far.
public final class MacDns implements Dns {
    private final Commands commands;
    private Optional<DnsPlan> used = Optional.empty();

    public MacDns(Commands commands) {
        this.commands = commands;
    }

    /// The new tunnel's resolvers are there before the old one's go. `scutil` ends with 0 whatever it was
    /// told, so what it was told is asked for.
    @Override
    public Optional<ErrorCause> use(DnsPlan plan) {
        var lane = ScutilText.lane(plan);
        var refused = tell(ScutilText.set(lane, plan))
                .or(() -> isThere(plan) ? Optional.empty() : Optional.of(notKept()))
                .or(() -> tell(ScutilText.remove(lane.others())));
        used = refused.isEmpty() ? Optional.of(plan) : Optional.empty();
        if (refused.isPresent()) {
            var _ = restore();
        }
        return refused;
    }

    private static ErrorCause notKept() {
        return Refusals.of(Part.DNS, "scutil", "the resolvers were not kept");
    }

    @Override
    public Optional<ErrorCause> restore() {
        used = Optional.empty();
        return tell(ScutilText.remove(List.of(Lane.values())));
    }

    @Override
    public boolean stands() {
        return used.isEmpty() || isThere(used.get());
    }

    @Override
    public String method() {
        return "scutil";
    }

    private boolean isThere(DnsPlan plan) {
        return commands.run(Command.of("scutil").reading(ScutilText.show(ScutilText.lane(plan))))
                        instanceof Exited(int code, String stdout, String _)
                && code == 0
                && ScutilText.hasResolvers(plan, stdout);
    }

    private Optional<ErrorCause> tell(String text) {
        var command = Command.of("scutil").reading(text);
        return Refusals.of(Part.DNS, command, commands.run(command));
    }
}
