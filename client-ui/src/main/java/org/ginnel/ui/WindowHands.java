// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.function.Consumer;
import org.ginnel.ui.frame.Tab;
import org.ginnel.ui.palette.Hands;
import org.ginnel.ui.preferences.Appearance;
import org.ginnel.ui.settings.Setting;

/// What the palette does to a window.
///
/// @param tabs shows a screen
record WindowHands(Pages pages, Consumer<Tab> tabs) implements Hands {
    @Override
    public void goTo(Tab tab) {
        tabs.accept(tab);
    }

    @Override
    public boolean has(Setting setting) {
        return switch (setting) {
            case LOGIN_START -> pages.surroundings().loginStart().isOn().isPresent();
            case UPDATES -> pages.surroundings().releases().get().isPresent();
            case QUIET_HOURS -> pages.preferences().now().notifications();
            default -> true;
        };
    }

    @Override
    public void find(Setting setting) {
        goTo(Tab.SETTINGS);
        pages.search().accept(pages.words().say(setting.title()));
    }

    @Override
    public void colour(Appearance appearance) {
        pages.preferences().change(now -> now.with(appearance));
    }

    @Override
    public void copy(String text) {
        pages.ways().copy(text);
    }

    @Override
    public void quit() {
        pages.quit().run();
    }
}
