// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.history.DayUsage;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.ginnel.history.PastSession;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;

/// Histories for tests and pictures.
public final class Histories {
    private static final long MEGA = 1_000_000;
    /// Megabytes of the last weeks, today last: quiet weekends, one long film.
    private static final int[] DAYS = {
        310, 0, 0, 820, 640, 910, 1200, 480, 90, 0, 730, 1490, 560, 880, 2950, 210, 60, 770, 690, 1010, 940
    };

    private Histories() {}

    /// Three weeks of use that end on `now`, with one session of every ending.
    ///
    /// @param now in UTC
    public static History threeWeeks(Instant now) {
        return new History(true, sessions(now), days(LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    private static List<PastSession> sessions(Instant now) {
        var frankfurt = Servers.byId("eu-central-1");
        var london = Servers.byId("eu-west-1");
        var tokyo = Servers.byId("ap-northeast-1");
        var silent = new ErrorCause.TunnelSilent("203.0.113.6:51820", Duration.ofSeconds(4));
        return List.of(
                session(frankfurt, now.minus(Duration.ofMinutes(192)), 192, new Ending.StillUp(), 612, 41),
                session(london, now.minus(Duration.ofHours(5)), 47, new Ending.Switched(), 180, 9),
                session(london, now.minus(Duration.ofHours(26)), 75, new Ending.Lost(silent), 402, 33),
                session(frankfurt, now.minus(Duration.ofHours(31)), 240, new Ending.Paused(), 530, 28),
                session(tokyo, now.minus(Duration.ofHours(54)), 12, new Ending.Disconnected(), 61, 4),
                session(frankfurt, now.minus(Duration.ofHours(80)), 430, new Ending.Unseen(), 770, 52));
    }

    private static PastSession session(Server server, Instant began, int minutes, Ending ending, int rx, int tx) {
        var ended = began.plus(Duration.ofMinutes(minutes));
        return new PastSession(
                server.id(), server.name(), server.country(), began, ended, ending, rx * MEGA, tx * MEGA);
    }

    private static List<DayUsage> days(LocalDate today) {
        List<DayUsage> days = new ArrayList<>();
        for (var i = 0; i < DAYS.length; i++) {
            var day = today.minusDays(DAYS.length - 1L - i);
            add(days, day, Servers.byId("eu-central-1"), DAYS[i] * 6 / 10);
            add(days, day, Servers.byId("eu-west-1"), DAYS[i] * 3 / 10);
            add(days, day, Servers.byId("ap-northeast-1"), i % 3 == 0 ? DAYS[i] / 10 : 0);
        }
        return days;
    }

    private static void add(List<DayUsage> days, LocalDate day, Server server, int megabytes) {
        if (megabytes > 0) {
            days.add(new DayUsage(
                    day, server.id(), server.name(), server.country(), megabytes * MEGA, megabytes * MEGA / 12));
        }
    }
}
