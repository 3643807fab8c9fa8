// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Progress;
import org.ginnel.lab.leak.scenario.Scenario;
import org.ginnel.lab.leak.subject.Subject;

/// Plays scenarios with one client after the other, each client in a lab of its own.
///
/// @param runs how often each scenario is played
/// @param progress gets a line per trial
/// @param reports gets what came of each
record Suite(
        List<Scenario> scenarios, int runs, Evidence evidence, Consumer<String> progress, Consumer<Report> reports) {
    /// All runs of a client.
    ///
    /// @throws LabException when the counts cannot be trusted, or the client cannot be started
    void play(Candidate candidate) throws IOException {
        if (candidate.missing().isPresent()) {
            var result = new Result.NotPlayed(candidate.missing().get());
            scenarios.forEach(scenario -> report(candidate.name(), scenario, result));
            return;
        }
        for (var left = runs; left > 0; ) {
            left = someRuns(candidate, left);
        }
    }

    private void report(String client, Scenario scenario, Result result) {
        reports.accept(new Report.OfTrial(client, scenario.name(), result));
    }

    /// Until all runs are done, or the client's lab cannot be used any more.
    ///
    /// @return how many runs are left
    private int someRuns(Candidate candidate, int left) throws IOException {
        try (var subject = candidate.start().run(new Progress(progress))) {
            for (var run = left; run > 0; run--) {
                for (var scenario : scenarios) {
                    if (!isUsable(subject, scenario, runs - run + 1)) {
                        return run - 1;
                    }
                }
            }
            return 0;
        }
    }

    private boolean isUsable(Subject subject, Scenario scenario, int run) {
        try {
            var result = new Trial(subject, scenario, evidence).run();
            report(subject.name(), scenario, result);
            progress.accept(
                    "%s, run %d of %d, %s: %s".formatted(subject.name(), run, runs, scenario.name(), told(result)));
            return true;
        } catch (LabException | IOException e) {
            report(subject.name(), scenario, new Result.Broken(String.valueOf(e.getMessage())));
            progress.accept(
                    "%s, run %d of %d, %s: %s".formatted(subject.name(), run, runs, scenario.name(), e.getMessage()));
            return false;
        }
    }

    private static String told(Result result) {
        return switch (result) {
            case Result.Played played ->
                "%d of %d packets leaked%s"
                        .formatted(
                                played.packets() + played.toNeighbours() + played.further(),
                                played.offered(),
                                played.faults().isEmpty() ? "" : "; " + String.join("; ", played.faults()));
            case Result.NotPlayed(var why) -> why;
            case Result.Broken(var why) -> "broken: " + why;
        };
    }
}
