// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
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
    private final Consumer<Report> reports;

    /// @param random decides on instants and victims
    /// @param progress gets a line per kill
    /// @param reports gets what came of each
    Kills(
            Ginnel ginnel,
            RandomGenerator random,
            Evidence evidence,
            Consumer<String> progress,
            Consumer<Report> reports) {
        this.ginnel = ginnel;
        this.random = random;
        this.evidence = evidence;
        this.progress = progress;
        this.reports = reports;
    }

    /// Does so many, or fewer when the lab cannot be used any more.
    ///
    /// @return how many it did
    int run(int count) throws IOException {
        var phases = Kill.Phase.of(ginnel.abilities());
        for (var i = 1; i <= count; i++) {
            var kill = Kill.random(random, phases);
            var report = attempt(kill);
            progress.accept("kill %d of %d, %s: %s"
                    .formatted(i, count, kill, report.failure().orElse("nothing leaked")));
            reports.accept(report);
            if (report.failure().isPresent() && !isClean()) {
                return i;
            }
        }
        ginnel.reset();
        return count;
    }

    private boolean isClean() throws IOException {
        try {
            ginnel.reset();
            return true;
        } catch (LabException e) {
            progress.accept("this lab cannot be used any more: " + e.getMessage());
            return false;
        }
    }

    private Report.OfKill attempt(Kill kill) throws IOException {
        try {
            prepare(kill.phase());
            return play(kill);
        } catch (LabException | IOException e) {
            return failed(kill, "could not be played to its end", 0, String.valueOf(e.getMessage()));
        } finally {
            ginnel.lab().link("gw1").hole(false);
        }
    }

    private static Report.OfKill failed(Kill kill, String kind, long offered, String why) {
        return new Report.OfKill(kind, offered, Optional.of(kill + ": " + why));
    }

    private void prepare(Kill.Phase phase) throws IOException {
        switch (phase) {
            case CONNECT -> ginnel.disconnect();
            case STEADY, SWITCH, DISCONNECT -> ginnel.connect("gw1");
            case RACE -> {
                ginnel.disconnect();
                ginnel.lab().link("gw1").hole(true);
            }
            case KEYS -> {
                ginnel.connect("gw1");
                ginnel.endWithOldKeys();
            }
        }
    }

    private Report.OfKill play(Kill kill) throws IOException {
        var watch = Watch.start(ginnel.lab());
        var flood = Flood.start(ginnel.lab().client().machine(), Probes.EVERYDAY, Optional.empty());
        try (watch;
                flood) {
            flood.awaitMore(LEAD);
            var story = new Story(ginnel, kill, flood);
            var kind = story.tell();
            flood.stop();
            var offered = flood.sentBetween(0, Long.MAX_VALUE);
            return judge(kill, story, watch.end())
                    .map(why -> failed(kill, kind, offered, why))
                    .orElseGet(() -> new Report.OfKill(kind, offered, Optional.empty()));
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
