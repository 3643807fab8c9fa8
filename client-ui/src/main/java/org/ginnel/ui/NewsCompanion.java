// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.time.LocalTime;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.notify.Announcements;
import org.ginnel.ui.notify.Bell;
import org.ginnel.ui.preferences.PreferenceStore;
import org.ginnel.ui.text.Words;
import org.ginnel.ui.time.TimeSource;

/// Tells a user who looks elsewhere what is news, as far as they want it. Used on the window's thread only.
final class NewsCompanion implements AutoCloseable {
    private final Bell bell;
    private final Surroundings surroundings;
    private final PreferenceStore preferences;
    private final TimeSource time;
    private final BooleanSupplier looking;
    private Announcements announcements;

    /// @param bell closed with this
    /// @param looking whether the window has the keyboard, so that it tells everything itself
    NewsCompanion(
            Bell bell,
            Surroundings surroundings,
            PreferenceStore preferences,
            TimeSource time,
            BooleanSupplier looking,
            Words words) {
        this.bell = bell;
        this.surroundings = surroundings;
        this.preferences = preferences;
        this.time = time;
        this.looking = looking;
        announcements = in(words);
    }

    private Announcements in(Words words) {
        return new Announcements(
                bell, words, this::mayDisturb, looking, surroundings.trayTold(), surroundings.untrayedTold());
    }

    /// From now on it is told in those words, beginning with what comes next.
    void speak(Words words) {
        announcements = in(words);
    }

    /// The link says something new.
    void on(LinkState state) {
        announcements.on(state);
    }

    Announcements announcements() {
        return announcements;
    }

    /// By which the user hears of a window that nothing shows; empty where they want to hear nothing.
    Optional<Bell> wantedBell() {
        return Optional.of(bell).filter(_ -> preferences.now().notifications());
    }

    private boolean mayDisturb() {
        return preferences.now().mayDisturb(LocalTime.ofInstant(time.now(), time.zone()));
    }

    @Override
    public void close() {
        announcements.close();
    }
}
