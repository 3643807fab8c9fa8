// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ginnel.lab.program.Programs;

/// `make leak-test`, as its variables say: `docs/leaks.md` lists them.
///
/// @param given variables such as `RUNS=3`
/// @param out for the table; in a lane for its reports
/// @param err for the progress
public record LeakTest(List<String> given, Programs programs, PrintStream out, PrintStream err) {
    private static final int LEAKED = 1;
    private static final int RUNS = 3;

    /// Each needs a gigabyte, and half a processor.
    private static final int MOST_LANES_UNASKED = 4;

    /// Plays what was asked for and prints what came of it.
    ///
    /// @return 0 when Ginnel leaked nothing that it may not
    public int run() throws IOException {
        var variables = new Variables(given);
        var lane = variables.number("LANE");
        if (lane.isPresent()) {
            new Lane(variables, programs, line -> err.println("[" + lane.get() + "] " + line), this::tell).run();
            return 0;
        }
        return variables.number("KILLS").isPresent() ? kill(variables) : play(variables);
    }

    private void tell(Report report) {
        out.println(ReportCodec.encode(report));
        out.flush();
    }

    private int play(Variables variables) throws IOException {
        var runs = variables.number("RUNS").orElse(RUNS);
        var scenarios = Lane.scenarios(variables);
        var columns = Lane.candidates(variables, programs).stream()
                .map(candidate -> new Column(candidate.name()))
                .toList();
        var whole = share(variables, "RUNS", runs, report -> add(report, columns));
        out.println("Leaked packets / packets offered, all of " + runs + " runs:\n");
        out.print(new Table(scenarios, columns).render());
        var ours = columns.stream()
                .filter(column -> Candidate.isOurs(column.client()))
                .toList();
        var good = ours.stream().allMatch(Column::isGood);
        err.println("==> " + (ours.isEmpty() ? "Ginnel was not played." : verdict(good)));
        return good && whole ? 0 : LEAKED;
    }

    private static String verdict(boolean good) {
        return good ? "Ginnel leaked nothing that it may not." : "Ginnel did not hold what it promises: see the table.";
    }

    private static void add(Report report, List<Column> columns) {
        if (report instanceof Report.OfTrial(var client, var scenario, var result)) {
            columns.stream()
                    .filter(column -> column.client().equals(client))
                    .forEach(column -> column.add(Lane.scenarioNamed(scenario), result));
        }
    }

    private int kill(Variables variables) throws IOException {
        var count = variables.number("KILLS").orElseThrow();
        var seed = variables.number("SEED").orElseGet(() -> new SplittableRandom().nextInt(1, 900_000));
        var tally = new KillTally();
        err.println("==> SEED=" + seed + " LANES=" + lanes(variables, count) + " repeats the instants");
        var whole = share(variables.with("SEED", seed), "KILLS", count, report -> {
            if (report instanceof Report.OfKill one) {
                tally.add(one);
            }
        });
        out.println(tally.summary());
        tally.failures().forEach(out::println);
        return tally.failures().isEmpty() && whole ? 0 : LEAKED;
    }

    private static int lanes(Variables variables, int count) {
        var unasked = Math.min(Runtime.getRuntime().availableProcessors(), MOST_LANES_UNASKED);
        return Math.min(variables.number("LANES").orElse(unasked), count);
    }

    /// @param what is shared: `RUNS` or `KILLS`
    /// @return whether all of it was done
    private boolean share(Variables variables, String what, int count, Consumer<Report> reports) throws IOException {
        var lanes = lanes(variables, count);
        if (lanes == 1) {
            new Lane(variables.with(what, count), programs, err::println, reports).run();
            return true;
        }
        var seed = variables.number("SEED").orElse(1);
        var shares = IntStream.range(0, lanes)
                .mapToObj(lane -> variables
                        .with(what, count / lanes + (lane < count % lanes ? 1 : 0))
                        .with("SEED", seed + lane))
                .toList();
        var broken = new Lanes(shares, programs).run(reports);
        broken.forEach(lane -> err.println("==> lane " + lane + " broke, so this is not all that was asked for."));
        return broken.isEmpty();
    }
}
