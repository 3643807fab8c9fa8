// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.loop.Loop;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.machine.Connected;
import org.ginnel.daemon.machine.State;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.ginnel.tunnel.ErrorCause;

/// Remembers every tunnel that is up: counts once a minute, writes when one begins or ends and every quarter of an
/// hour between. When the user wants nothing kept, it does nothing at all. To be used on the loop.
public final class Recorder {
    private static final Duration COUNT_EVERY = Duration.ofMinutes(1);
    private static final Duration WRITE_EVERY = Duration.ofMinutes(15);

    private final Loop loop;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;
    private final Ports ports;
    private final HistoryFile file;
    private final Executor background;
    private volatile History history;
    private Optional<Connected> up = Optional.empty();
    private Instant written = Instant.EPOCH;
    private long rxBytesSeen;
    private long txBytesSeen;
    private boolean counting;

    /// @param zone whose midnights part the days
    /// @param background runs what may wait for the disk or the device
    public Recorder(
            Loop loop, InstantSource clock, Supplier<ZoneId> zone, Ports ports, HistoryFile file, Executor background) {
        this.loop = loop;
        this.clock = clock;
        this.zone = zone;
        this.ports = ports;
        this.file = file;
        this.background = background;
        this.history = Chronicle.afterRestart(file.read());
    }

    /// The tunnel is in another state.
    public void changed(State state) {
        var why = Endings.of(state);
        if (state instanceof Connected now && up.filter(was -> isSame(was, now)).isEmpty()) {
            leave(new Ending.Switched());
            enter(now);
        } else if (state instanceof Connected now) {
            renewed(now);
        } else if (why.isPresent()) {
            leave(why.get());
        }
    }

    private static boolean isSame(Connected one, Connected other) {
        return one.since().equals(other.since())
                && one.link().server().id().equals(other.link().server().id());
    }

    private void enter(Connected now) {
        up = Optional.of(now);
        rxBytesSeen = 0;
        txBytesSeen = 0;
        history = Chronicle.begin(history, now.link().server(), now.since());
        write();
        if (!counting && history.kept()) {
            counting = true;
            loop.after(COUNT_EVERY, this::minute);
        }
    }

    /// It is the same tunnel for the user; where it is another device, that one's counts begin.
    private void renewed(Connected now) {
        var before = up.filter(was -> was.link().lane() != now.link().lane());
        if (before.isEmpty()) {
            return;
        }
        if (history.kept()) {
            status(before.get()).ifPresent(this::take);
        }
        up = Optional.of(now);
        rxBytesSeen = 0;
        txBytesSeen = 0;
    }

    private void leave(Ending why) {
        if (up.isEmpty()) {
            return;
        }
        // Of a device that went away there is nothing to be had, and asking could take a second.
        if (!(why instanceof Ending.Lost(ErrorCause.DeviceLost _)) && history.kept()) {
            status(up.get()).ifPresent(this::take);
        }
        up = Optional.empty();
        history = Chronicle.end(history, why, clock.instant());
        write();
    }

    private void minute() {
        counting = up.isPresent() && history.kept();
        if (counting) {
            refresh(() -> {
                if (Duration.between(written, clock.instant()).compareTo(WRITE_EVERY) >= 0) {
                    write();
                }
            });
            loop.after(COUNT_EVERY, this::minute);
        }
    }

    /// Counts what the device has carried by now, in the background, and goes on with `then` on the loop.
    public void refresh(Runnable then) {
        var asked = up;
        if (asked.isEmpty() || !history.kept()) {
            loop.post(then);
            return;
        }
        background.execute(() -> {
            var status = status(asked.get());
            loop.post(() -> {
                if (up.equals(asked)) {
                    status.ifPresent(this::take);
                }
                then.run();
            });
        });
    }

    private Optional<DeviceStatus> status(Connected tunnel) {
        return ports.device(tunnel.link().lane()).status();
    }

    private void take(DeviceStatus status) {
        // A count that is smaller than before is that of a new device.
        var rxBytes = status.rxBytes() < rxBytesSeen ? status.rxBytes() : status.rxBytes() - rxBytesSeen;
        var txBytes = status.txBytes() < txBytesSeen ? status.txBytes() : status.txBytes() - txBytesSeen;
        rxBytesSeen = status.rxBytes();
        txBytesSeen = status.txBytes();
        var now = clock.instant();
        history = Chronicle.count(history, rxBytes, txBytes, now, LocalDate.ofInstant(now, zone.get()));
    }

    /// All that is remembered.
    public History history() {
        return history;
    }

    /// From now on something is remembered, or nothing; what was remembered is gone then.
    ///
    /// @param then called on the loop when that is on the disk
    public void keep(boolean keep, Runnable then) {
        if (keep != history.kept()) {
            startAnew(keep ? History.empty() : History.off());
        }
        writeThen(then);
    }

    /// What was remembered is gone.
    ///
    /// @param then called on the loop when that is on the disk
    public void delete(Runnable then) {
        startAnew(history.kept() ? History.empty() : History.off());
        writeThen(then);
    }

    private void startAnew(History with) {
        history = with;
        if (history.kept()) {
            up.ifPresent(now -> {
                // What was carried before is not part of it.
                status(now).ifPresent(status -> {
                    rxBytesSeen = status.rxBytes();
                    txBytesSeen = status.txBytes();
                });
                history = Chronicle.begin(history, now.link().server(), clock.instant());
                counting = counting || countSoon();
            });
        }
    }

    private boolean countSoon() {
        loop.after(COUNT_EVERY, this::minute);
        return true;
    }

    private void write() {
        if (history.kept()) {
            writeThen(() -> {});
        }
    }

    /// Not on the loop: a disk may take its time. Whichever thread comes last writes what is newest.
    private void writeThen(Runnable then) {
        written = clock.instant();
        background.execute(() -> {
            file.writeNewest(() -> history);
            loop.post(then);
        });
    }

    /// Writes what is not written yet. Called at the end, when the loop has ended.
    public void close() {
        if (history.kept()) {
            file.writeNewest(() -> history);
        }
    }
}
