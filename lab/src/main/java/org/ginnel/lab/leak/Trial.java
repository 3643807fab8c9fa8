// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ginnel.lab.Family;
import org.ginnel.lab.LabException;
import org.ginnel.lab.leak.count.Leaked;
import org.ginnel.lab.leak.count.Tally;
import org.ginnel.lab.leak.count.Watch;
import org.ginnel.lab.leak.flood.Flood;
import org.ginnel.lab.leak.flood.Probe;
import org.ginnel.lab.leak.scenario.Scenario;
import org.ginnel.lab.leak.scenario.Scene;
import org.ginnel.lab.leak.subject.Subject;

/// Plays one scenario with one client, which is as if nothing had happened before and after.
public record Trial(Subject subject, Scenario scenario, Evidence evidence) {
    /// What is sent before anything happens.
    private static final int LEAD = 100;

    /// Plays it, resets the client, and tells what came of it.
    public Result run() throws IOException {
        var hindrance = scenario.hindrance(subject.abilities());
        if (hindrance.isPresent()) {
            return new Result.NotPlayed(hindrance.get());
        }
        var result = attempt();
        var left = subject.reset();
        return left.isEmpty() ? result : withFaults(result, "left behind: " + String.join("; ", left));
    }

    private Result attempt() throws IOException {
        try {
            if (scenario.gateway().isPresent()) {
                subject.connect(scenario.gateway().get());
                proveWay(scenario.gateway().get());
            }
            return play();
        } catch (LabException | IOException e) {
            return new Result.Broken(String.valueOf(e.getMessage()));
        }
    }

    /// That packets do go through the tunnel, which they might also not do by going nowhere.
    private void proveWay(String gateway) throws IOException {
        var expected = subject.lab().gateway(gateway).addresses();
        prove(Family.IPV4, expected.exit4());
        if (subject.lab().site(gateway).ipv6()) {
            prove(Family.IPV6, expected.exit6());
        }
    }

    private void prove(Family family, String expected) throws IOException {
        var seen = subject.lab().client().exitSeenBy(family);
        if (!seen.equals(expected)) {
            throw new LabException("not through the tunnel: the way out is " + seen + ", not " + expected);
        }
    }

    private Result play() throws IOException {
        var machine = subject.lab().client().machine();
        var watch = Watch.start(subject.lab());
        var flood = Flood.start(machine, scenario.probes(), scenario.device());
        try (watch;
                flood) {
            flood.awaitMore(LEAD);
            var scene = new Scene(subject, watch, flood);
            var began = Scene.now();
            try {
                scenario.act().play(scene);
                flood.awaitMore(scenario.tail());
                flood.stop();
                return told(scene, watch.end(), began, flood.sentBetween(scene.from(), scene.until()));
            } finally {
                scenario.undo().play(scene);
            }
        }
    }

    private Result told(Scene scene, Tally tally, long began, long offered) throws IOException {
        var faults = new ArrayList<>(scene.faults());
        tally.differences().forEach(difference -> faults.add("the two counts differ: " + difference));
        var counted = tally.within(scene.from(), scene.until()).stream()
                .filter(one -> !isAllowed(one))
                .toList();
        var leaked = new TreeMap<>(Tally.byName(counted));
        scene.beyond().forEach((kind, packets) -> leaked.merge(kind, packets, Long::sum));
        leaked.values().removeIf(packets -> packets == 0);
        evidence.keep(subject.name(), scenario.name(), counted);
        return new Result.Played(offered, leaked, last(counted, began), scene.times(), faults);
    }

    private boolean isAllowed(Leaked one) {
        return one.probe()
                .map(Probe::group)
                .filter(scenario.allowed()::contains)
                .isPresent();
    }

    private static Optional<Duration> last(List<Leaked> leaked, long began) {
        return leaked.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(leaked.getLast().heard().epochNanos() - began));
    }

    private static Result withFaults(Result result, String fault) {
        return switch (result) {
            case Result.Played(var offered, var leaked, var last, var times, var faults) -> {
                var more = new ArrayList<>(faults);
                more.add(fault);
                yield new Result.Played(offered, leaked, last, times, more);
            }
            case Result.Broken(var why) -> new Result.Broken(why + "; " + fault);
            case Result.NotPlayed _ -> result;
        };
    }
}
