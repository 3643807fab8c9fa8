// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Progress;
import org.ginnel.lab.leak.scenario.Scenario;
import org.ginnel.lab.leak.scenario.Scenarios;
import org.ginnel.lab.leak.subject.Ginnel;
import org.ginnel.lab.program.Programs;

/// Does what the variables ask for, in one lab after the other in this process, and reports each thing as it is done.
///
/// @param progress gets a line for people now and then
record Lane(Variables variables, Programs programs, Consumer<String> progress, Consumer<Report> reports) {
    void run() throws IOException {
        var kills = variables.number("KILLS");
        if (kills.isPresent()) {
            kill(kills.get(), new SplittableRandom(variables.number("SEED").orElseThrow()));
        } else {
            play(variables.number("RUNS").orElseThrow());
        }
    }

    /// Those whose names fit.
    static List<Scenario> scenarios(Variables variables) {
        var fits = variables.pattern("SCENARIO").asPredicate();
        var scenarios = Scenarios.all().stream()
                .filter(scenario -> fits.test(scenario.name()))
                .toList();
        if (scenarios.isEmpty()) {
            throw new LabException("SCENARIO fits none of: "
                    + String.join(
                            "; ", Scenarios.all().stream().map(s -> s.name()).toList()));
        }
        return scenarios;
    }

    /// The one that another process calls so.
    static Scenario scenarioNamed(String name) {
        return Scenarios.named(name);
    }

    /// Those whose names fit.
    static List<Candidate> candidates(Variables variables, Programs programs) {
        var all = new ArrayList<>(
                List.of(Candidate.wgQuick(), Candidate.wgQuickWithKillSwitch(), ginnel(variables, programs)));
        variables.text("CLIENT").ifPresent(directory -> all.add(Candidate.scripted(Path.of(directory))));
        var fits = variables.pattern("SUBJECT").asPredicate();
        return all.stream().filter(candidate -> fits.test(candidate.name())).toList();
    }

    private static Candidate ginnel(Variables variables, Programs programs) {
        return switch (variables.text("API").orElse("v1")) {
            case "v1" -> Candidate.trainedGinnel(programs);
            case "legacy" -> Candidate.trainedLegacyGinnel(programs);
            case String other -> throw new LabException("API is v1 or legacy, and not `" + other + "`");
        };
    }

    private void play(int runs) throws IOException {
        var suite = new Suite(scenarios(variables), runs, evidence(), progress, reports);
        for (var candidate : candidates(variables, programs)) {
            suite.play(candidate);
        }
    }

    /// A lab that cannot be used any more is a failure of the kill that broke it, and the next one does the rest.
    private void kill(int count, SplittableRandom random) throws IOException {
        for (var left = count; left > 0; ) {
            try (var ginnel = (Ginnel) ginnel(variables, programs).start().run(new Progress(progress))) {
                var kills = new Kills(ginnel, random, evidence(), progress, reports);
                left -= kills.run(left);
            }
        }
    }

    private Evidence evidence() {
        return new Evidence(programs.root().resolve("lab/target/leaks"));
    }
}
