// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify;

import java.util.function.BooleanSupplier;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;
import org.ginnel.update.ReleaseVersion;

/// Announces what is news to a user who may be disturbed and is not looking at the window anyway. What is kept
/// quiet is not made up for later: the window and the tray show it.
///
/// Used on the window's thread only.
public final class Announcements implements AutoCloseable {
    private final Announcer announcer = new Announcer();
    private final Bell bell;
    private final Words words;
    private final BooleanSupplier mayDisturb;
    private final BooleanSupplier looking;
    private final ToldOnce trayTold;
    private final ToldOnce untrayedTold;

    /// @param mayDisturb whether the user wants announcements now: quiet hours are asked here
    /// @param looking whether the window has the keyboard, so that it tells everything itself
    /// @param trayTold whether the user knows that the window lives on in the tray
    /// @param untrayedTold whether the user knows that it lives on without one
    public Announcements(
            Bell bell,
            Words words,
            BooleanSupplier mayDisturb,
            BooleanSupplier looking,
            ToldOnce trayTold,
            ToldOnce untrayedTold) {
        this.bell = bell;
        this.words = words;
        this.mayDisturb = mayDisturb;
        this.looking = looking;
        this.trayTold = trayTold;
        this.untrayedTold = untrayedTold;
    }

    /// The link says something new.
    public void on(LinkState state) {
        announcer.on(state).ifPresent(this::announce);
    }

    /// The window was closed and lives on in the tray; said once, and not again in any later run. Whoever closes
    /// it still looks at it, so that does not count.
    public void hidden() {
        livesOn(Message.of("notify.hidden"), trayTold);
    }

    /// The window was closed and lives on where there is no tray; said once likewise.
    public void unseen() {
        livesOn(Message.of("notify.unseen"), untrayedTold);
    }

    private void livesOn(Message how, ToldOnce once) {
        if (!once.isTold() && mayDisturb.getAsBoolean()) {
            ring(new Announcement(
                    Announcement.Topic.TRAY, Announcement.Urgency.NORMAL, Message.of("notify.hiddenTitle"), how));
            once.told();
        }
    }

    /// A newer release is on offer.
    ///
    /// @return whether the user knows now: was told, or looks at the window, which tells it
    public boolean update(ReleaseVersion version) {
        return looking.getAsBoolean()
                || announce(new Announcement(
                        Announcement.Topic.RELEASE,
                        Announcement.Urgency.LOW,
                        Message.of("update.title", version),
                        Message.of("notify.update")));
    }

    /// Whether it was.
    private boolean announce(Announcement news) {
        var wanted = mayDisturb.getAsBoolean() && !looking.getAsBoolean();
        if (wanted) {
            ring(news);
        }
        return wanted;
    }

    private void ring(Announcement news) {
        bell.ring(news.topic(), news.urgency(), words.say(news.title()), words.say(news.body()));
    }

    @Override
    public void close() {
        bell.close();
    }
}
