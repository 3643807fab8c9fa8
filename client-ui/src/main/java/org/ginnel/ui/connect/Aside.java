// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.ui.text.Message;

/// What else may be done, beside the big control.
///
/// @param caption what the choices have in common
public record Aside(Optional<Message> caption, List<Choice> choices) {
    /// Nothing.
    static final Aside NONE = new Aside(Optional.empty(), List.of());

    private static final Duration RESCUE = Duration.ofMinutes(10);

    public Aside {
        choices = List.copyOf(choices);
    }

    /// One of them.
    ///
    /// @param id stable, for tests and views
    /// @param spoken the whole of it, for who cannot see the caption
    public record Choice(String id, Message label, Message spoken, Action does) {}

    /// What a choice does.
    public sealed interface Action {
        /// Lets everything leave for that long.
        record Pause(Duration length) implements Action {}

        /// Takes the tunnel or the block down.
        record Disconnect() implements Action {}
    }

    /// Lengths of a pause.
    static Aside pauses() {
        return new Aside(
                Optional.of(Message.of("connect.pauseFor")),
                List.of(
                        pause("pause-5", 5, Message.of("unit.minutes", 5)),
                        pause("pause-30", 30, Message.of("unit.minutes", 30)),
                        pause("pause-60", 60, Message.of("unit.hours", 1))));
    }

    /// One under a caption.
    static Aside of(Message caption, Choice choice) {
        return new Aside(Optional.of(caption), List.of(choice));
    }

    /// These, without a caption.
    static Aside of(Choice... choices) {
        return new Aside(Optional.empty(), List.of(choices));
    }

    /// The way out of what lets nothing leave.
    static Choice open() {
        var words = Message.of("connect.openForAWhile");
        return new Choice("open", words, words, new Action.Pause(RESCUE));
    }

    /// Disconnect, in words that say what it leads to here.
    static Choice disconnect(Message words) {
        return disconnect(words, words);
    }

    /// The same, with more to hear than there is room for.
    static Choice disconnect(Message label, Message spoken) {
        return new Choice("disconnect", label, spoken, new Action.Disconnect());
    }

    private static Choice pause(String id, int minutes, Message label) {
        return new Choice(
                id, label, Message.of("connect.pauseForTime", label), new Action.Pause(Duration.ofMinutes(minutes)));
    }
}
