// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.ui.frame.FrameView;
import org.ginnel.ui.link.Conversation;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.notify.Announcements;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.text.Words;
import org.ginnel.ui.update.Release;
import org.ginnel.ui.update.UpdateCard;
import org.ginnel.ui.update.Updates;

/// Shows a newer release above every page, and announces each one once. Used on the window's thread only.
final class UpdateCompanion implements AutoCloseable {
    private final Consumer<String> copying;
    private final Updates updates;
    private Optional<UpdateCard> card = Optional.empty();
    private Optional<Announcements> announcements = Optional.empty();

    /// @param copying puts a text on the clipboard
    UpdateCompanion(Releases releases, Conversation conversation, Consumer<String> copying) {
        this.copying = copying;
        updates = new Updates(
                releases.channel(),
                releases.installed(),
                releases.environment(),
                conversation.time(),
                conversation.window(),
                this::offered);
    }

    /// From now on it is shown there, in those words.
    void showIn(FrameView view, Words words) {
        var made = new UpdateCard(words, copying, release -> updates.dismiss(release.version()));
        view.addOnTop(made.node());
        card = Optional.of(made);
        made.render(updates.offered());
    }

    /// From now on it is announced by those.
    void announceBy(Announcements by) {
        announcements = Optional.of(by);
        announce(updates.offered());
    }

    /// The user's wish.
    void prefer(Preferences now) {
        updates.allow(now.checkForUpdates());
    }

    /// The link says something new.
    void on(LinkState state) {
        updates.on(state);
    }

    private void offered(Optional<Release> release) {
        card.ifPresent(shown -> shown.render(release));
        announce(release);
    }

    private void announce(Optional<Release> release) {
        release.map(Release::version)
                .filter(version -> !updates.isTold(version))
                .filter(version ->
                        announcements.filter(by -> by.update(version)).isPresent())
                .ifPresent(updates::told);
    }

    @Override
    public void close() {
        updates.close();
    }
}
