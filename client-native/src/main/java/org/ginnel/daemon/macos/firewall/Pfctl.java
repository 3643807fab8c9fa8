// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.firewall;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.daemon.macos.MacNames;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// `pfctl(8)` of macOS, for our anchor. One thread.
final class Pfctl {
    /// What `-E` says of the reference that it took: `Token : 1234567890`.
    private static final Pattern TOKEN = Pattern.compile("(?m)^Token\\s*:\\s*(\\d{1,20})\\s*$");

    /// Of an anchor that nobody ever loaded.
    private static final Pattern NO_ANCHOR = Pattern.compile("Invalid argument|does not exist");

    private final Commands commands;

    Pfctl(Commands commands) {
        this.commands = commands;
    }

    /// What came of loading.
    sealed interface Loaded {
        /// The rules stand, all at once.
        ///
        /// @param token of the reference that keeps `pf` enabled, where one was asked for
        record Done(Optional<String> token) implements Loaded {}

        /// Nothing has changed.
        record Not(ErrorCause why) implements Loaded {}
    }

    /// What there is of a ruleset.
    sealed interface Listing {
        /// All of it.
        record Rules(String text) implements Listing {}

        /// It could not be read.
        record Unreadable(ErrorCause why) implements Listing {}
    }

    /// Puts `rules` in the place of our anchor's, in one transaction (`DIOCXCOMMIT`). The optimizer is off:
    /// what is listed is what was loaded. Its level is in one word with the option, which is right whether
    /// `getopt` is told that it may be missing or not.
    ///
    /// @param enable whether to take a reference that keeps `pf` enabled, too; rules first, so that the
    /// open door is never seen
    Loaded load(String rules, boolean enable) {
        var load = (enable
                        ? Command.of("pfctl", "-onone", "-E", "-a", MacNames.ANCHOR, "-f", "-")
                        : Command.of("pfctl", "-onone", "-a", MacNames.ANCHOR, "-f", "-"))
                .reading(rules);
        var outcome = commands.run(load);
        var refused = Refusals.of(Part.FIREWALL, load, outcome);
        if (refused.isPresent()) {
            return new Loaded.Not(refused.get());
        }
        return new Loaded.Done(
                outcome instanceof Exited(int _, String stdout, String stderr)
                        ? token(stdout + "\n" + stderr)
                        : Optional.empty());
    }

    private static Optional<String> token(String text) {
        var found = TOKEN.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /// Removes our rules.
    Optional<ErrorCause> flush() {
        return run(Command.of("pfctl", "-a", MacNames.ANCHOR, "-F", "rules"));
    }

    /// Forgets every connection that `pf` let through without asking a rule of ours.
    Optional<ErrorCause> forgetStates() {
        return run(Command.of("pfctl", "-F", "states"));
    }

    /// Gives a reference back.
    Optional<ErrorCause> release(String token) {
        return run(Command.of("pfctl", "-X", token));
    }

    /// What the kernel knows of a reference.
    enum Holding {
        KNOWN,
        UNKNOWN,
        UNREADABLE
    }

    /// Whether a reference is one that the kernel knows.
    Holding holding(String token) {
        return ask("-s", "References")
                .map(text -> text.lines().anyMatch(line -> line.matches(".*\\b" + token + "\\b.*")))
                .map(known -> known ? Holding.KNOWN : Holding.UNKNOWN)
                .orElse(Holding.UNREADABLE);
    }

    /// Whether `pf` looks at packets at all.
    boolean isEnabled() {
        return ask("-s", "info")
                .filter(text -> text.lines().anyMatch(line -> line.startsWith("Status: Enabled")))
                .isPresent();
    }

    /// The rules of the main ruleset as they are listed.
    Listing mainRules() {
        var list = Command.of("pfctl", "-s", "rules");
        var outcome = commands.run(list);
        return Refusals.of(Part.FIREWALL, list, outcome)
                .<Listing>map(Listing.Unreadable::new)
                .orElseGet(() ->
                        new Listing.Rules(outcome instanceof Exited(int _, String stdout, String _) ? stdout : ""));
    }

    /// The rules of our anchor as they are listed, none of them where nobody loaded any; empty when they
    /// cannot be read.
    Optional<String> rules() {
        return commands.run(Command.of("pfctl", "-a", MacNames.ANCHOR, "-s", "rules"))
                        instanceof Exited(int code, String stdout, String stderr)
                ? listing(code, stdout, stderr)
                : Optional.empty();
    }

    private static Optional<String> listing(int code, String stdout, String stderr) {
        if (code == 0) {
            return Optional.of(stdout);
        }
        return NO_ANCHOR.matcher(stderr).find() ? Optional.of("") : Optional.empty();
    }

    /// What the rules of our anchor have counted, a line for each that has a label; empty when it cannot be
    /// read.
    Optional<String> labels() {
        return ask("-a", MacNames.ANCHOR, "-s", "labels");
    }

    private Optional<String> ask(String... arguments) {
        var argv = new String[arguments.length + 1];
        argv[0] = "pfctl";
        System.arraycopy(arguments, 0, argv, 1, arguments.length);
        return commands.run(Command.of(argv)) instanceof Exited(int code, String stdout, String _) && code == 0
                ? Optional.of(stdout)
                : Optional.empty();
    }

    private Optional<ErrorCause> run(Command command) {
        return Refusals.of(Part.FIREWALL, command, commands.run(command));
    }
}
