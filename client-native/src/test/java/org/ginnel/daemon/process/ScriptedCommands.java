// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Programs that answer what a test wrote for them, in this order: a command that was not expected fails, and
/// [#close()] fails when one that was expected never came.
public final class ScriptedCommands implements Commands, AutoCloseable {
    private record Line(List<String> argv, Outcome outcome) {}

    private final Deque<Line> script = new ArrayDeque<>();
    private final List<Command> ran = new ArrayList<>();
    private final List<String> surprises = new ArrayList<>();

    /// Expects this program with these arguments and lets it end with 0 and say nothing.
    public ScriptedCommands expect(String... argv) {
        return expect(new Outcome.Exited(0, "", ""), argv);
    }

    /// Expects this program with these arguments and lets it end so.
    public synchronized ScriptedCommands expect(Outcome outcome, String... argv) {
        script.add(new Line(List.of(argv), outcome));
        return this;
    }

    @Override
    public synchronized Outcome run(Command command) {
        var next = script.poll();
        if (next == null || !next.argv.equals(command.argv())) {
            var surprise = "ran " + command.argv() + ", expected " + (next == null ? "nothing" : next.argv);
            surprises.add(surprise);
            throw new AssertionError(surprise);
        }
        ran.add(command);
        return next.outcome;
    }

    /// What program number `index` read on its standard input.
    public synchronized String stdin(int index) {
        return ran.get(index).stdin();
    }

    @Override
    public synchronized void close() {
        if (!surprises.isEmpty()) {
            throw new AssertionError(surprises.toString());
        }
        if (!script.isEmpty()) {
            throw new AssertionError("never ran " + script);
        }
    }
}
