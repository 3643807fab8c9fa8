// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Progress;
import org.ginnel.lab.leak.scenario.Scenarios;
import org.ginnel.lab.leak.subject.Ginnel;
import org.ginnel.lab.program.Programs;

/// `make leak-test`, as its variables say: `docs/leaks.md` lists them.
///
/// @param variables such as `RUNS=3`; what has no value is as if it were not there
/// @param out for the table
/// @param err for the progress
public record LeakTest(List<String> variables, Programs programs, PrintStream out, PrintStream err) {
    private static final int LEAKED = 1;
    private static final String RUNS = "3";

    /// Plays what was asked for and prints what came of it.
    ///
    /// @return 0 when Ginnel leaked nothing that it may not
    public int run() throws IOException {
        var kills = variable("KILLS").map(text -> number("KILLS", text));
        return kills.isPresent() ? kill(kills.get()) : play();
    }

    private int play() throws IOException {
        var fits = pattern("SCENARIO").asPredicate();
        var scenarios = Scenarios.all().stream()
                .filter(scenario -> fits.test(scenario.name()))
                .toList();
        if (scenarios.isEmpty()) {
            throw new LabException("SCENARIO fits none of: "
                    + String.join(
                            "; ", Scenarios.all().stream().map(s -> s.name()).toList()));
        }
        var runs = number("RUNS", variable("RUNS").orElse(RUNS));
        var suite = new Suite(scenarios, runs, evidence(), err::println);
        var columns = new ArrayList<Column>();
        for (var candidate : candidates()) {
            columns.add(suite.play(candidate));
        }
        out.println("Leaked packets / packets offered, all of " + runs + " runs:\n");
        out.print(new Table(scenarios, columns).render());
        var good = columns.stream()
                .filter(column -> column.client().equals(Candidate.GINNEL))
                .allMatch(Column::isGood);
        err.println(good ? "==> Ginnel leaked nothing." : "==> Ginnel did not hold what it promises: see the table.");
        return good ? 0 : LEAKED;
    }

    private List<Candidate> candidates() {
        var all = new ArrayList<>(
                List.of(Candidate.wgQuick(), Candidate.wgQuickWithKillSwitch(), Candidate.ginnel(programs)));
        variable("CLIENT").ifPresent(directory -> all.add(Candidate.scripted(Path.of(directory))));
        var fits = pattern("SUBJECT").asPredicate();
        return all.stream().filter(candidate -> fits.test(candidate.name())).toList();
    }

    private int kill(int count) throws IOException {
        var seed = variable("SEED")
                .map(text -> number("SEED", text))
                .orElseGet(() -> new SplittableRandom().nextInt(1, 1_000_000));
        err.println("==> SEED=" + seed + " repeats the instants");
        try (var subject = Candidate.ginnel(programs).start().run(new Progress(err::println))) {
            if (!(subject instanceof Ginnel ginnel)) {
                throw new LabException("only Ginnel can be killed here");
            }
            var kills = new Kills(ginnel, new SplittableRandom(seed), evidence(), err::println);
            var failures = kills.run(count);
            out.println(kills.summary());
            failures.forEach(out::println);
            return failures.isEmpty() ? 0 : LEAKED;
        }
    }

    private Evidence evidence() {
        return new Evidence(programs.root().resolve("lab/target/leaks"));
    }

    private Optional<String> variable(String name) {
        return variables.stream()
                .filter(variable -> variable.startsWith(name + "="))
                .map(variable -> variable.substring(name.length() + 1))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private Pattern pattern(String name) {
        try {
            return Pattern.compile(variable(name).orElse(""), Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new LabException(name + " is a regular expression, and " + e.getMessage(), e);
        }
    }

    private static int number(String name, String text) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new LabException(name + " is a number from 1 to 999999, and not `" + text + "`");
        }
        return Integer.parseInt(text);
    }
}
