// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.update;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ginnel.http.SmallFile;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.time.TimeSource;
import org.ginnel.update.ReleaseVersion;
import org.ginnel.update.UpdateJudge.Judgement;
import org.ginnel.update.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks once a day whether there is a newer release, while a tunnel stands and the user wants it, and tells of
/// one that is verified.
///
/// It asks only through the tunnel: no sooner than some minutes after one was made, and who asks when the tunnel
/// ends is called off. So whoever is asked never sees the user's own address. Used on the window's thread only;
/// what takes long is done on threads of its own.
public final class Updates implements AutoCloseable {
    /// Nobody is asked more often.
    static final Duration BETWEEN = Duration.ofHours(24);

    /// Nobody is asked sooner after a tunnel was made.
    static final Duration SETTLED = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Updates.class);

    private final ReleaseChannel channel;
    private final Installed installed;
    private final UpdateMemory memory;
    private final TimeSource time;
    private final Executor window;
    private final Consumer<Optional<Release>> sink;
    private Kept kept;
    private Optional<Release> offered = Optional.empty();
    private Optional<TimeSource.Timer> timer = Optional.empty();
    private Optional<Thread> asking = Optional.empty();
    private boolean allowed;
    private boolean connected;
    private boolean learnt;
    private int calledOff;

    /// @param environment where the user's state is
    /// @param window runs things on the window's thread
    /// @param sink told of the release on offer, and when there is none any more
    public Updates(
            ReleaseChannel channel,
            Installed installed,
            Map<String, String> environment,
            TimeSource time,
            Executor window,
            Consumer<Optional<Release>> sink) {
        this.channel = channel;
        this.installed = installed;
        this.memory = UpdateMemory.in(environment);
        this.time = time;
        this.window = window;
        this.sink = sink;
        kept = memory.kept();
        memory.announcement().ifPresent(bytes -> judge(bytes, this::remember));
    }

    /// Whether the user wants it.
    public void allow(boolean wanted) {
        allowed = wanted;
        arrange();
    }

    /// The link says something new.
    public void on(LinkState state) {
        connected = state instanceof LinkState.Live(var snapshot, var _, var _, var _)
                && snapshot.tunnel() instanceof TunnelView.Connected;
        arrange();
    }

    /// What is on offer and was not dismissed.
    public Optional<Release> offered() {
        return offered.filter(release -> !kept.dismissed().equals(Optional.of(release.version())));
    }

    /// Whether the user was told of it in some run before.
    public boolean isTold(ReleaseVersion version) {
        return kept.told().equals(Optional.of(version));
    }

    /// The user was told of it.
    public void told(ReleaseVersion version) {
        keep(kept.told(version));
    }

    /// The user does not want to be reminded of it.
    public void dismiss(ReleaseVersion version) {
        keep(kept.dismissed(version));
        sink.accept(offered());
    }

    private void arrange() {
        if (!allowed || !connected) {
            calledOff++;
            timer.ifPresent(TimeSource.Timer::cancel);
            timer = Optional.empty();
            asking.ifPresent(Thread::interrupt);
            asking = Optional.empty();
        } else if (timer.isEmpty() && asking.isEmpty()) {
            var before = calledOff;
            timer = Optional.of(time.after(untilDue(), () -> window.execute(() -> ask(before))));
        }
    }

    /// Whether something that was begun then was called off: it may still come, in the midst of what was begun since.
    private boolean isCalledOff(int before) {
        return before != calledOff;
    }

    /// A clock that was set back does not put it off for ever.
    private Duration untilDue() {
        var now = time.now();
        var due = kept.asked().filter(asked -> !asked.isAfter(now)).map(asked -> asked.plus(BETWEEN));
        var left = Duration.between(now, due.orElse(now));
        return left.compareTo(SETTLED) < 0 ? SETTLED : left;
    }

    private void ask(int before) {
        if (isCalledOff(before)) {
            return;
        }
        timer = Optional.empty();
        keep(kept.asked(time.now()));
        asking = Optional.of(inBackground(() -> {
            var read = channel.file().get();
            window.execute(() -> answered(before, read));
        }));
    }

    private void answered(int before, SmallFile.Read read) {
        if (!isCalledOff(before)) {
            asking = Optional.empty();
        }
        switch (read) {
            case SmallFile.Read.Failed(var why) -> LOG.info("no announcement could be read: {}", why);
            case SmallFile.Read.Whole whole -> judge(whole.bytes(), judged -> learn(whole.bytes(), judged));
        }
        arrange();
    }

    /// What an earlier run kept may be judged later than what this one was told.
    private void remember(Judgement judged) {
        if (!learnt) {
            offer(judged.verdict());
        }
    }

    private void learn(byte[] bytes, Judgement judged) {
        if (judged.verdict() instanceof Verdict.Refused(var why)) {
            LOG.warn("an announcement was not believed: {}", why);
        } else {
            learnt = true;
            keep(kept.seen(judged.seen()));
            memory.keep(bytes);
            offer(judged.verdict());
        }
    }

    private void judge(byte[] bytes, Consumer<Judgement> then) {
        var known = kept;
        inBackground(() -> {
            var judged = channel.judge().judge(bytes, installed.as(known.id()), known.seen(), time.now());
            window.execute(() -> then.accept(judged));
        });
    }

    private void offer(Verdict verdict) {
        offered = verdict instanceof Verdict.Offered(var version, var download)
                ? Optional.of(new Release(version, installed.version(), download))
                : Optional.empty();
        sink.accept(offered());
    }

    private void keep(Kept now) {
        kept = now;
        memory.keep(now);
    }

    private static Thread inBackground(Runnable work) {
        return Thread.ofVirtual().name("ginnel-updates").start(work);
    }

    @Override
    public void close() {
        allow(false);
    }
}
