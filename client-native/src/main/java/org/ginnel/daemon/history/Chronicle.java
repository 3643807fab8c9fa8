// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.history.DayUsage;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.ginnel.history.PastSession;
import org.ginnel.relay.Server;

/// How a [History] grows. Pure; the bounds of a history hold for whatever it returns.
final class Chronicle {
    /// The session that is up.
    static Optional<PastSession> open(History history) {
        return history.sessions().stream().findFirst().filter(s -> s.ending() instanceof Ending.StillUp);
    }

    /// A tunnel to that server is up.
    static History begin(History history, Server server, Instant now) {
        if (!history.kept()) {
            return history;
        }
        var closed = end(history, new Ending.Unseen(), now);
        List<PastSession> sessions = new ArrayList<>(closed.sessions());
        sessions.addFirst(
                new PastSession(server.id(), server.name(), server.country(), now, now, new Ending.StillUp(), 0, 0));
        return new History(true, newest(sessions), closed.days());
    }

    /// The session that is up carried so much more.
    ///
    /// @param today on this machine's calendar
    static History count(History history, long rxBytes, long txBytes, Instant now, LocalDate today) {
        var open = open(history);
        if (open.isEmpty()) {
            return history;
        }
        var s = open.get();
        var counted = new PastSession(
                s.serverId(),
                s.city(),
                s.country(),
                s.began(),
                now,
                s.ending(),
                s.rxBytes() + rxBytes,
                s.txBytes() + txBytes);
        var days = rxBytes == 0 && txBytes == 0
                ? history.days()
                : add(history.days(), new DayUsage(today, s.serverId(), s.city(), s.country(), rxBytes, txBytes));
        return new History(true, replaceFirst(history.sessions(), counted), days);
    }

    /// The session that is up is so no more.
    static History end(History history, Ending why, Instant now) {
        return open(history)
                .map(s -> new History(true, replaceFirst(history.sessions(), closed(s, why, now)), history.days()))
                .orElse(history);
    }

    /// What an earlier run left open ended when it was last counted, as far as anybody knows.
    static History afterRestart(History history) {
        return open(history)
                .map(s -> end(history, new Ending.Unseen(), s.ended()))
                .orElse(history);
    }

    private static PastSession closed(PastSession s, Ending why, Instant now) {
        return new PastSession(s.serverId(), s.city(), s.country(), s.began(), now, why, s.rxBytes(), s.txBytes());
    }

    private static List<PastSession> replaceFirst(List<PastSession> sessions, PastSession first) {
        List<PastSession> all = new ArrayList<>(sessions);
        all.set(0, first);
        return all;
    }

    private static List<PastSession> newest(List<PastSession> sessions) {
        return sessions.subList(0, Math.min(History.MAX_SESSIONS, sessions.size()));
    }

    private static List<DayUsage> add(List<DayUsage> days, DayUsage more) {
        List<DayUsage> all = new ArrayList<>();
        var first = more.day().minusDays(History.DAYS_BACK - 1);
        var sum = more;
        for (var day : days) {
            if (day.day().equals(more.day()) && day.serverId().equals(more.serverId())) {
                sum = new DayUsage(
                        more.day(),
                        more.serverId(),
                        more.city(),
                        more.country(),
                        day.rxBytes() + more.rxBytes(),
                        day.txBytes() + more.txBytes());
            } else if (!day.day().isBefore(first)) {
                all.add(day);
            }
        }
        all.add(sum);
        return all.subList(Math.max(0, all.size() - History.MAX_DAYS), all.size());
    }

    private Chronicle() {}
}
