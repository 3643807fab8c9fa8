// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.link.LinkState;
import org.junit.jupiter.api.Test;

class FrameViewModelTest {
    private final List<String> log = new ArrayList<>();
    private final List<FrameScreen> screens = new ArrayList<>();
    private final FrameViewModel model = new FrameViewModel(this::make, screens::add);

    @Test
    void pages_areMadeOnlyWhenFirstShown_andOnce() {
        model.windowShowing(true);
        model.on(live(Snapshots.loggedIn()));
        model.goTo(Tab.LOCATIONS);
        model.goTo(Tab.CONNECT);

        assertThat(log)
                .containsExactly(
                        "STARTING made",
                        "STARTING on",
                        "STARTING off",
                        "CONNECT made",
                        "CONNECT on",
                        "CONNECT off",
                        "LOCATIONS made",
                        "LOCATIONS on",
                        "LOCATIONS off",
                        "CONNECT on");
    }

    @Test
    void whatIsKnownBeforeTheWindowIsShown_isItsFirstPage() {
        model.on(live(Snapshots.loggedIn()));
        model.windowShowing(true);

        assertThat(screens).extracting(FrameScreen::page).containsExactly(Page.CONNECT);
    }

    @Test
    void aWindowThatComesBeforeTheAnswer_saysThatItLooks() {
        model.windowShowing(true);

        assertThat(screens).extracting(FrameScreen::page).containsExactly(Page.STARTING);
    }

    @Test
    void withoutAnAccount_onlyTheFirstScreenCanBeSeen() {
        model.on(live(Snapshots.loggedOut()));
        model.goTo(Tab.SETTINGS);

        assertThat(screens.getLast()).isEqualTo(new FrameScreen(Page.ONBOARDING, false));
    }

    @Test
    void withoutAnAccount_aBlockCanStillBeOpened() {
        var blocked = new TunnelView.Blocked(new ErrorCause.NotLoggedIn(), Servers.NOON, false);
        model.on(live(Snapshots.withTunnel(Snapshots.loggedOut(), blocked)));

        assertThat(screens.getLast()).isEqualTo(new FrameScreen(Page.CONNECT, false));
    }

    @Test
    void withoutAnAccount_aPauseLetsTheUserLogIn() {
        var paused = new TunnelView.Paused(Servers.NOON, Optional.empty());
        model.on(live(Snapshots.withTunnel(Snapshots.loggedOut(), paused)));

        assertThat(screens.getLast()).isEqualTo(new FrameScreen(Page.ONBOARDING, false));
    }

    @Test
    void aLostDaemon_isShown_andTheUserComesBackToWhereTheyWere() {
        model.on(live(Snapshots.loggedIn()));
        model.goTo(Tab.SETTINGS);
        model.on(new LinkState.Lost(new ErrorCause.DaemonUnreachable("x")));
        assertThat(screens.getLast()).isEqualTo(new FrameScreen(Page.UNREACHABLE, false));

        model.on(live(Snapshots.loggedIn()));
        assertThat(screens.getLast()).isEqualTo(new FrameScreen(Page.SETTINGS, true));
    }

    @Test
    void loggingOut_leadsToTheFirstScreen_andLoggingInToConnect() {
        model.on(live(Snapshots.loggedIn()));
        model.goTo(Tab.SETTINGS);
        model.on(live(Snapshots.loggedOut()));
        model.on(live(Snapshots.loggedIn()));

        assertThat(screens).extracting(FrameScreen::page).endsWith(Page.ONBOARDING, Page.CONNECT);
    }

    @Test
    void aHiddenWindow_showsNoPage() {
        model.windowShowing(true);
        model.on(live(Snapshots.loggedIn()));
        log.clear();
        model.windowShowing(false);
        model.goTo(Tab.SETTINGS);
        assertThat(log).containsExactly("CONNECT off", "SETTINGS made");

        model.windowShowing(true);
        assertThat(log).endsWith("SETTINGS on");
    }

    private PageModel make(Page page) {
        log.add(page + " made");
        return new PageModel() {
            @Override
            public void on(LinkState state) {
                assertThat(state).isNotNull();
            }

            @Override
            public void showing(boolean showing) {
                log.add(page + (showing ? " on" : " off"));
            }
        };
    }

    private static LinkState live(Snapshot snapshot) {
        return new LinkState.Live(snapshot, "ginneld", true, true);
    }
}
