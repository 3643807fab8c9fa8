// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.palette;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;
import org.ginnel.ui.frame.Tab;
import org.ginnel.ui.preferences.Appearance;
import org.ginnel.ui.settings.Setting;
import org.ginnel.ui.text.Message;

/// One thing that can be done now.
///
/// @param id stable, for tests and views
/// @param title what it is called
/// @param hint what comes of it, or a figure; may be empty
/// @param otherNames what people may call it besides, separated by commas; may be empty
/// @param deed what it does
public record Command(String id, Message title, Optional<Message> hint, Optional<Message> otherNames, Deed deed) {
    static Command of(String id, Message title, Deed deed) {
        return new Command(id, title, Optional.empty(), Optional.empty(), deed);
    }

    static Command of(String id, Message title, Optional<Message> hint, Deed deed) {
        return new Command(id, title, hint, Optional.empty(), deed);
    }

    /// What a command does.
    public sealed interface Deed {
        /// Connect, or switch.
        record Connect(Target target) implements Deed {}

        /// Take the tunnel or the block down.
        record Disconnect() implements Deed {}

        /// Let everything leave for that long.
        record Pause(Duration length) implements Deed {}

        /// End a pause.
        record Resume() implements Deed {}

        /// Show that screen.
        record Go(Tab tab) implements Deed {}

        /// Measure every server again.
        record Measure() implements Deed {}

        /// Give this computer other keys.
        record ChangeKeys() implements Deed {}

        /// Decide otherwise.
        record Change(Settings settings) implements Deed {}

        /// Forget a server of the user's own.
        record Remove(String serverId) implements Deed {}

        /// Mark that server, or take the mark away.
        record Favour(String serverId, boolean marked) implements Deed {}

        /// Show where that is set.
        record Find(Setting setting) implements Deed {}

        /// Give the window those colours.
        record Colour(Appearance appearance) implements Deed {}

        /// End the window.
        record Quit() implements Deed {}

        /// Put that on the clipboard.
        record Copy(String text) implements Deed {}
    }
}
