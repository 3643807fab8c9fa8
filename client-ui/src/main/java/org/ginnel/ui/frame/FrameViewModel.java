// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.frame;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ginnel.ui.link.LinkState;

/// Decides which page is shown, makes pages when they are first needed, and tells them what happens.
///
/// Used on the window's thread only.
public final class FrameViewModel {
    private final Function<Page, PageModel> make;
    private final Consumer<FrameScreen> sink;
    private final Map<Page, PageModel> pages = new EnumMap<>(Page.class);
    private LinkState state = new LinkState.Searching();
    private Tab wanted = Tab.CONNECT;
    private FrameScreen shown = FrameScreen.of(state, wanted);
    private boolean windowShowing;
    private boolean drawn;

    /// @param make called once for each page, when it is first shown
    /// @param sink gets every screen that differs from the one before; its page is made by then
    public FrameViewModel(Function<Page, PageModel> make, Consumer<FrameScreen> sink) {
        this.make = make;
        this.sink = sink;
    }

    /// The link says something new.
    public void on(LinkState now) {
        state = now;
        if (now instanceof LinkState.Live(var snapshot, var _, var _, var _) && !snapshot.isReady()) {
            wanted = Tab.CONNECT;
        }
        pages.values().forEach(page -> page.on(now));
        turn();
    }

    /// The user wants to be there.
    public void goTo(Tab tab) {
        wanted = tab;
        turn();
    }

    /// The window came into sight or went out of it.
    public void windowShowing(boolean showing) {
        if (windowShowing != showing) {
            windowShowing = showing;
            var page = page(shown.page());
            if (!drawn) {
                draw();
            }
            page.showing(showing);
        }
    }

    private void turn() {
        var next = FrameScreen.of(state, wanted);
        if (next.equals(shown)) {
            return;
        }
        if (windowShowing && next.page() != shown.page()) {
            page(shown.page()).showing(false);
        }
        var turned = next.page() != shown.page();
        shown = next;
        var page = page(next.page());
        draw();
        if (windowShowing && turned) {
            page.showing(true);
        }
    }

    private void draw() {
        drawn = true;
        sink.accept(shown);
    }

    private PageModel page(Page page) {
        var made = pages.get(page);
        if (made == null) {
            made = make.apply(page);
            pages.put(page, made);
            made.on(state);
        }
        return made;
    }
}
