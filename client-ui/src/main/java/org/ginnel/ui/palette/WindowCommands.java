// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.palette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ginnel.ui.frame.Tab;
import org.ginnel.ui.preferences.Appearance;
import org.ginnel.ui.settings.Setting;
import org.ginnel.ui.text.Message;

/// What can be done to the window itself, and what is done on one of its screens: the hint says on which.
final class WindowCommands {
    static List<Command> of(Hands hands) {
        var all = new ArrayList<Command>();
        all.add(colour(Appearance.DARK, Message.of("palette.dark")));
        all.add(colour(Appearance.LIGHT, Message.of("palette.light")));
        all.add(colour(Appearance.SYSTEM, Message.of("palette.likeSystem")));
        all.add(on(Tab.LOCATIONS, "import", Message.of("own.import")));
        all.add(on(Tab.ACTIVITY, "export-sessions", Message.of("activity.exportSessions")));
        all.add(on(Tab.ACTIVITY, "export-days", Message.of("activity.exportDays")));
        all.add(on(Tab.ACTIVITY, "delete-history", Message.of("palette.deleteHistory")));
        Arrays.stream(Setting.values())
                .filter(hands::has)
                .map(WindowCommands::find)
                .forEach(all::add);
        all.add(Command.of(
                "quit",
                Message.of("palette.quit"),
                Optional.of(Message.of("palette.quitKey")),
                new Command.Deed.Quit()));
        return all;
    }

    private static Command colour(Appearance appearance, Message title) {
        return Command.of(
                "colour-" + appearance.name().toLowerCase(Locale.ROOT), title, new Command.Deed.Colour(appearance));
    }

    private static Command on(Tab tab, String id, Message title) {
        return Command.of(id, title, Optional.of(name(tab)), new Command.Deed.Go(tab));
    }

    private static Message name(Tab tab) {
        return switch (tab) {
            case CONNECT -> Message.of("nav.connect");
            case LOCATIONS -> Message.of("nav.locations");
            case ACTIVITY -> Message.of("nav.activity");
            case SETTINGS -> Message.of("nav.settings");
        };
    }

    private static Command find(Setting setting) {
        return new Command(
                "find-" + setting.name().toLowerCase(Locale.ROOT),
                setting.title(),
                Optional.of(name(Tab.SETTINGS)),
                otherName(setting),
                new Command.Deed.Find(setting));
    }

    private static Optional<Message> otherName(Setting setting) {
        return setting == Setting.ACCOUNT ? Optional.of(Message.of("settings.logout")) : Optional.empty();
    }

    private WindowCommands() {}
}
