// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.windows;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ginnel.ui.notify.Announcement;
import org.ginnel.ui.notify.Announcement.Topic;
import org.ginnel.ui.notify.Bell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Announces beside an icon in the tray that is there for as long as that (`Shell_NotifyIconW`); newer Windows show it
/// as a toast. The tray's own icon is another library's, which has no such call. A click does not open the window.
///
/// On a thread of its own, to which its window belongs. Never run on Windows so far.
public final class BalloonBell implements Bell {
    /// Windows itself shows it for some seconds; where people wait for it to be read, for longer.
    static final Duration THERE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(BalloonBell.class);

    private final Supplier<Shell> opening;
    private final ScheduledExecutorService thread;
    private final Set<Topic> shown = EnumSet.noneOf(Topic.class);
    private Opened opened = new Opened.NotYet();

    public BalloonBell() {
        this(
                NativeShell::new,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("ginnel-bell").factory()));
    }

    /// @param opening called once, when there is something to say
    BalloonBell(Supplier<Shell> opening, ScheduledExecutorService thread) {
        this.opening = opening;
        this.thread = thread;
    }

    private sealed interface Opened {
        record NotYet() implements Opened {}

        record Window(Shell shell, long handle, long icon) implements Opened {}

        record Refused() implements Opened {}
    }

    @Override
    public void ring(Topic topic, Announcement.Urgency urgency, String title, String body) {
        try {
            thread.execute(() -> show(topic, urgency, title, body));
        } catch (RejectedExecutionException afterClose) {
            LOG.debug("the bell is closed");
        }
    }

    private void show(Topic topic, Announcement.Urgency urgency, String title, String body) {
        if (open() instanceof Opened.Window(var shell, var handle, var icon)) {
            // Anew, as a text that takes another's place would not be shown.
            remove(topic);
            var data = new NotifyIconData(handle, id(topic), icon, urgency, title, body);
            if (shell.tell(Shell.ADD, data.bytes())) {
                shown.add(topic);
                later(topic);
            } else {
                LOG.debug("nothing is announced");
            }
        }
    }

    private void later(Topic topic) {
        try {
            var _ = thread.schedule(() -> remove(topic), THERE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException afterClose) {
            LOG.debug("the bell is closed");
        }
    }

    private Opened open() {
        if (opened instanceof Opened.NotYet) {
            opened = attempt();
        }
        return opened;
    }

    /// A desktop without announcements is no error of ours.
    private Opened attempt() {
        try {
            var shell = opening.get();
            var handle = shell.window();
            return handle == 0 ? new Opened.Refused() : new Opened.Window(shell, handle, shell.icon());
        } catch (LinkageError e) {
            LOG.debug("nothing is announced: {}", e.toString());
            return new Opened.Refused();
        }
    }

    private void remove(Topic topic) {
        if (shown.remove(topic) && opened instanceof Opened.Window(var shell, var handle, var icon)) {
            var _ = shell.tell(
                    Shell.DELETE,
                    new NotifyIconData(handle, id(topic), icon, Announcement.Urgency.LOW, "", "").bytes());
        }
    }

    private static int id(Topic topic) {
        return switch (topic) {
            case TUNNEL -> 1;
            case TRAY -> 2;
            case RELEASE -> 3;
        };
    }

    @Override
    public void close() {
        try {
            thread.execute(this::takeAway);
        } catch (RejectedExecutionException secondTime) {
            LOG.debug("the bell is closed");
        }
        thread.shutdown();
    }

    private void takeAway() {
        Set.copyOf(shown).forEach(this::remove);
        if (opened instanceof Opened.Window(var shell, var handle, var _)) {
            shell.destroy(handle);
        }
        opened = new Opened.Refused();
    }
}
