// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.ginnel.lab.LabException;
import org.ginnel.lab.leak.count.Tally;
import org.ginnel.lab.leak.count.Watch;
import org.ginnel.lab.leak.flood.Flood;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.leak.subject.Ginnel;

/// Kills Ginnel's programs at random instants of all that it does, under a flood.
///
/// What has to hold: a block that stood goes on to stand, and the next start leads to a tunnel or to a machine as
/// clean as before. A kill before the firewall was closed, or after it was opened as asked, leaves it open.
final class Kills {
    private static final int LEAD = 50;

    private final Ginnel ginnel;
    private final RandomGenerator random;
    private final Evidence evidence;
    private final Consumer<String> progress;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long offered;

    /// @param random decides on instants and victims
    /// @param progress gets a line per kill
    Kills(Ginnel ginnel, RandomGenerator random, Evidence evidence, Consumer<String> progress) {
        this.ginnel = ginnel;
        this.random = random;
        this.evidence = evidence;
        this.progress = progress;
    }

    /// Does so many, and returns what went wrong.
    List<String> run(int count) throws IOException {
        for (var i = 1; i <= count; i++) {
            var kill = Kill.random(random);
            var failed = attempt(kill);
            progress.accept("kill %d of %d, %s: %s".formatted(i, count, kill, failed.orElse("nothing leaked")));
            failed.ifPresent(why -> failures.add(kill + ": " + why));
            if (failed.isPresent()) {
                ginnel.reset();
            }
        }
        ginnel.reset();
        return List.copyOf(failures);
    }

    /// What was done, for people.
    String summary() {
        var count = kinds.values().stream().mapToInt(Integer::intValue).sum();
        var lines = kinds.entrySet().stream()
                .map(kind -> "\n* " + kind.getKey() + ": " + kind.getValue())
                .collect(Collectors.joining());
        return "%d kills under %,d packets, %d went wrong:\n%s".formatted(count, offered, failures.size(), lines);
    }

    private Optional<String> attempt(Kill kill) throws IOException {
        try {
            prepare(kill.phase());
            return play(kill);
        } catch (LabException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void prepare(Kill.Phase phase) {
        switch (phase) {
            case CONNECT -> ginnel.disconnect();
            case STEADY, SWITCH, DISCONNECT -> ginnel.connect("gw1");
        }
    }

    private Optional<String> play(Kill kill) throws IOException {
        var watch = Watch.start(ginnel.lab());
        var flood = Flood.start(ginnel.lab().client().machine(), Probes.EVERYDAY, Optional.empty());
        try (watch;
                flood) {
            flood.awaitMore(LEAD);
            var story = new Story(ginnel, kill, flood);
            var kind = story.tell();
            flood.stop();
            var tally = watch.end();
            offered += flood.sentBetween(0, Long.MAX_VALUE);
            kinds.merge(kind, 1, Integer::sum);
            return judge(kill, story, tally);
        }
    }

    private Optional<String> judge(Kill kill, Story story, Tally tally) throws IOException {
        var wrong = new ArrayList<>(story.wrong());
        var leaked = story.forbidden().stream()
                .flatMap(span -> tally.within(span.from(), span.until()).stream())
                .toList();
        evidence.keep("kills", kill.toString(), leaked);
        if (!leaked.isEmpty()) {
            wrong.add("%d packets leaked: %s".formatted(leaked.size(), Tally.byName(leaked)));
        }
        wrong.addAll(tally.differences());
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }
}
