// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Chooses servers of a [VirtualInternet] as the daemon does: the same plan, estimates and selector, and the same
/// patience, on a virtual clock.
final class VirtualClient {
    /// How long a probe waits for its answer.
    static final Duration LIMIT = Duration.ofMillis(950);

    private final VirtualInternet internet;
    private final RandomGenerator random;
    private final Map<String, Estimate> estimates = new HashMap<>();
    private Optional<String> before = Optional.empty();
    private int probes;
    private Duration taken = Duration.ZERO;

    VirtualClient(VirtualInternet internet, RandomGenerator random) {
        this.internet = internet;
        this.random = random;
    }

    private record Answer(Server server, Optional<Duration> roundTrip) {
        Duration within() {
            return roundTrip.orElse(LIMIT);
        }
    }

    /// Measures, chooses, and remembers.
    String choose() {
        probes = 0;
        taken = Duration.ZERO;
        var plan = new ProbePlan(known(), internet.now(), random);
        var heard = new ArrayList<Answer>();
        var late = new ArrayList<Answer>();
        for (var round = plan.next(); round.isPresent(); round = plan.next()) {
            ask(round.get(), plan, heard, late);
        }
        if (plan.moved()) {
            estimates.clear();
            before = Optional.empty();
            heard.forEach(this::learn);
        }
        var overdue = plan.overdue();
        overdue.forEach(server -> learn(new Answer(server, Optional.empty())));
        var choice = (Choice.Picked) Selector.choose(known(), new Target.Fastest(), before);
        late.stream()
                .filter(answer -> answer.roundTrip().isPresent() || !overdue.contains(answer.server()))
                .forEach(this::learn);
        before = Optional.of(choice.server().id());
        return choice.server().id();
    }

    /// Measures every server once.
    void measureAll() {
        internet.servers().forEach(server -> learn(new Answer(server, internet.probe(server.id()))));
    }

    /// How many probes the last choice took.
    int probes() {
        return probes;
    }

    /// How long the last choice took.
    Duration taken() {
        return taken;
    }

    private void ask(ProbeRound round, ProbePlan plan, List<Answer> heard, List<Answer> late) {
        probes += round.servers().size();
        var answers = round.servers().stream()
                .map(server -> new Answer(server, internet.probe(server.id())))
                .sorted(Comparator.comparing(Answer::within))
                .toList();
        var enough = answers.get(round.enough() - 1).within();
        var end = min(
                enough.plus(ProbeRound.patience(enough)), min(answers.getLast().within(), round.longest()));
        taken = taken.plus(end);
        for (var answer : answers) {
            if (answer.within().compareTo(end) <= 0) {
                learn(answer);
                heard.add(answer);
                answer.roundTrip().ifPresent(time -> plan.heard(answer.server(), time));
            } else {
                late.add(answer);
            }
        }
    }

    private void learn(Answer answer) {
        Measurement what = answer.roundTrip()
                .<Measurement>map(time -> new Measurement.Answered(time, internet.now()))
                .orElseGet(() -> new Measurement.Silent(internet.now()));
        estimates.merge(answer.server().id(), Estimate.of(what), (old, _) -> old.with(what));
    }

    private List<KnownServer> known() {
        return internet.servers().stream()
                .map(server -> new KnownServer(server, Optional.ofNullable(estimates.get(server.id()))))
                .toList();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
