// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.ui.tray.Moments.CAUSE;
import static org.ginnel.ui.tray.Moments.CONNECTED;
import static org.ginnel.ui.tray.Moments.DISCONNECTED;
import static org.ginnel.ui.tray.Moments.LONDON;
import static org.ginnel.ui.tray.Moments.NOW;
import static org.ginnel.ui.tray.Moments.NO_DAEMON;
import static org.ginnel.ui.tray.Moments.PARIS;
import static org.ginnel.ui.tray.Moments.TEXTS;
import static org.ginnel.ui.tray.Moments.TOKYO;
import static org.ginnel.ui.tray.Moments.loggedOut;
import static org.ginnel.ui.tray.Moments.menu;
import static org.ginnel.ui.tray.Moments.menuUnderLockdown;
import static org.ginnel.ui.tray.Moments.server;
import static org.ginnel.ui.tray.Moments.snapshot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.devkit.Snapshots;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;

class TrayMenuTest {
    @Test
    void disconnected_offersConnect() {
        var menu = menu(DISCONNECTED);

        assertThat(menu.icon()).isEqualTo(TrayIcon.OPEN);
        assertThat(lines(menu)).containsExactly("(Not connected)", "--", "Connect", "--", "Open Ginnel", "Quit");
        assertThat(action(menu, "Connect")).isEqualTo(new TrayAction.Connect(new Target.Fastest()));
        assertThat(action(menu, "Open Ginnel")).isEqualTo(new TrayAction.Open());
        assertThat(action(menu, "Quit")).isEqualTo(new TrayAction.Quit());
    }

    @Test
    void disconnected_afterAFailure_saysWhy() {
        var menu = menu(new TunnelView.Disconnected(Optional.of(CAUSE)));

        assertThat(menu.status()).isEqualTo("Not connected: No WireGuard on this machine");
    }

    @Test
    void connecting_offersCancel() {
        var menu = menu(new TunnelView.Connecting(Optional.of(LONDON), TunnelView.Phase.HANDSHAKE, 1));

        assertThat(menu.icon()).isEqualTo(TrayIcon.CHANGING);
        assertThat(menu.status()).isEqualTo("Connecting to London, United Kingdom\u2026");
        assertThat(action(menu, "Cancel")).isEqualTo(new TrayAction.Disconnect());
        assertThat(lines(menu)).doesNotContain("Connect", "Disconnect");
    }

    @Test
    void connecting_beforeAServerIsChosen_saysSo() {
        var menu = menu(new TunnelView.Connecting(Optional.empty(), TunnelView.Phase.CHOOSING, 1));

        assertThat(menu.status()).isEqualTo("Choosing a server\u2026");
    }

    @Test
    void connected_namesTheServerAndOffersDisconnect() {
        var menu = menu(CONNECTED, LONDON.id(), TOKYO.id());

        assertThat(menu.icon()).isEqualTo(TrayIcon.PROTECTED);
        assertThat(lines(menu))
                .containsExactly(
                        "(Connected to London, United Kingdom)",
                        "--",
                        "Disconnect",
                        "Pause for 5 minutes",
                        "Pause for 30 minutes",
                        "Connect to the fastest server",
                        "--",
                        "(Recent servers)",
                        "Tokyo, Japan",
                        "--",
                        "Open Ginnel",
                        "Quit, the tunnel stays up");
        assertThat(action(menu, "Disconnect")).isEqualTo(new TrayAction.Disconnect());
        assertThat(action(menu, "Pause for 5 minutes")).isEqualTo(new TrayAction.Pause(Duration.ofMinutes(5)));
        assertThat(action(menu, "Pause for 30 minutes")).isEqualTo(new TrayAction.Pause(Duration.ofMinutes(30)));
    }

    @Test
    void paused_saysUntilWhen_andOffersToResume() {
        var menu = menu(new TunnelView.Paused(NOW.plusSeconds(780), Optional.of(LONDON)));

        assertThat(menu.icon()).isEqualTo(TrayIcon.PAUSED);
        assertThat(lines(menu))
                .containsExactly(
                        "(Paused until 12:13. Everything may leave.)",
                        "--",
                        "Resume now",
                        "Connect to the fastest server",
                        "--",
                        "Open Ginnel",
                        "Quit, the pause ends by itself");
        assertThat(action(menu, "Resume now")).isEqualTo(new TrayAction.Resume());
    }

    @Test
    void locked_offersConnect_andToOpenForAWhile() {
        var menu = menuUnderLockdown(new TunnelView.Locked(Optional.empty()));

        assertThat(menu.icon()).isEqualTo(TrayIcon.LOCKED);
        assertThat(lines(menu))
                .containsExactly(
                        "(Not connected. Lockdown lets nothing out.)",
                        "--",
                        "Connect",
                        "Open for 10 minutes",
                        "--",
                        "Open Ginnel",
                        "Quit, traffic stays blocked");
        assertThat(action(menu, "Open for 10 minutes")).isEqualTo(new TrayAction.Pause(Duration.ofMinutes(10)));
    }

    @Test
    void locked_afterAFailure_saysWhy() {
        assertThat(menuUnderLockdown(new TunnelView.Locked(Optional.of(CAUSE))).status())
                .isEqualTo("Lockdown lets nothing out. Not connected: No WireGuard on this machine");
    }

    @Test
    void blockedUnderLockdown_neverClaimsThatDisconnectOpens() {
        var menu = menuUnderLockdown(new TunnelView.Blocked(CAUSE, NOW, false));

        assertThat(lines(menu)).contains("Disconnect").noneMatch(line -> line.contains("let traffic leave"));
    }

    @Test
    void reconnecting_saysThatNothingLeaves() {
        var why = new ErrorCause.NoHandshake("192.0.2.1:51820", Duration.ofSeconds(5));
        var menu = menu(new TunnelView.Reconnecting(LONDON, why, 2));

        assertThat(menu.icon()).isEqualTo(TrayIcon.CHANGING);
        assertThat(menu.status()).isEqualTo("Reconnecting to London, United Kingdom. Nothing leaves until it works.");
        assertThat(action(menu, "Disconnect")).isEqualTo(new TrayAction.Disconnect());
    }

    @Test
    void disconnecting_offersNeitherConnectNorDisconnect() {
        var menu = menu(new TunnelView.Disconnecting());

        assertThat(menu.icon()).isEqualTo(TrayIcon.CHANGING);
        assertThat(lines(menu))
                .containsExactly(
                        "(Disconnecting\u2026)", "--", "Connect to the fastest server", "--", "Open Ginnel", "Quit");
    }

    @Test
    void blocked_saysWhyAndThatDisconnectOpens() {
        var menu = menu(new TunnelView.Blocked(CAUSE, NOW, false));

        assertThat(menu.icon()).isEqualTo(TrayIcon.BLOCKED);
        assertThat(menu.status()).isEqualTo("Blocked, nothing leaves: No WireGuard on this machine");
        assertThat(action(menu, "Disconnect and let traffic leave")).isEqualTo(new TrayAction.Disconnect());
        assertThat(action(menu, "Open for 10 minutes")).isEqualTo(new TrayAction.Pause(Duration.ofMinutes(10)));
        assertThat(lines(menu)).endsWith("Quit, traffic stays blocked");
    }

    @Test
    void blocked_whenTrafficMayLeak_neverClaimsThatNothingLeaves() {
        var menu = menu(new TunnelView.Blocked(CAUSE, NOW, true));

        assertThat(menu.icon()).isEqualTo(TrayIcon.EXPOSED);
        assertThat(menu.status()).isEqualTo("Not protected, traffic may leave: No WireGuard on this machine");
        assertThat(lines(menu))
                .noneMatch(line -> line.contains("nothing leaves") || line.contains("stays blocked"))
                .doesNotContain("Open for 10 minutes");
    }

    @Test
    void loggedOut_offersOnlyTheWindow() {
        var menu = TrayMenu.of(loggedOut(), List.of(), TEXTS);

        assertThat(menu.icon()).isEqualTo(TrayIcon.OPEN);
        assertThat(lines(menu))
                .containsExactly("(Not logged in. Open Ginnel to paste your key.)", "--", "Open Ginnel", "Quit");
    }

    @Test
    void unreachable_claimsNothingAboutTheTunnel() {
        var menu = TrayMenu.unreachable(NO_DAEMON, TEXTS);

        assertThat(menu.icon()).isEqualTo(TrayIcon.UNKNOWN);
        assertThat(lines(menu))
                .containsExactly(
                        "(The Ginnel service is not running. Open Ginnel to see what to do.)",
                        "--",
                        "Open Ginnel",
                        "Quit");
        assertThat(TrayMenu.unreachable(TEXTS).status())
                .isEqualTo("Ginnel\u2019s service does not answer. Open Ginnel to see what to do.");
    }

    @Test
    void recents_keepTheirOrderAndShowWhatWasMeasured() {
        var menu = menu(DISCONNECTED, PARIS.id(), TOKYO.id(), LONDON.id());

        assertThat(lines(menu))
                .containsSubsequence(
                        "(Recent servers)",
                        "Paris, France \u00b7 1 ms",
                        "Tokyo, Japan",
                        "London, United Kingdom \u00b7 12 ms");
        assertThat(action(menu, "Tokyo, Japan")).isEqualTo(new TrayAction.Connect(new Target.Chosen(TOKYO.id())));
    }

    @Test
    void favourites_standBeforeTheRecents_andOnlyOnce() {
        var marked = Snapshots.withFavourites(
                Moments.snapshot(Moments.DISCONNECTED, Moments.LONDON.id(), Moments.TOKYO.id()),
                List.of("gone", Moments.TOKYO.id()));

        var texts = TrayMenu.of(marked, Moments.SERVERS, Moments.TEXTS).items().stream()
                .map(item -> switch (item) {
                    case TrayItem.Label(var text) -> text;
                    case TrayItem.Command(var id, var _, var _) -> id;
                    case TrayItem.Divider() -> "-";
                })
                .toList();

        assertThat(texts)
                .containsSubsequence(
                        "Favourites",
                        "server:" + Moments.TOKYO.id(),
                        "Recent servers",
                        "server:" + Moments.LONDON.id(),
                        "tray.open");
        assertThat(texts.stream().filter(id -> id.equals("server:" + Moments.TOKYO.id())))
                .hasSize(1);
    }

    @Test
    void recents_noLongerOffered_areLeftOut() {
        assertThat(lines(menu(DISCONNECTED, "gone-1")))
                .doesNotContain("(Recent servers)")
                .noneMatch(l -> l.contains("gone-1"));
    }

    @Test
    void recents_withTheSameName_areToldApartById() {
        var twins = List.of(
                new MeasuredServer(server("uk-1", "London", "GB"), Optional.empty()),
                new MeasuredServer(server("uk-2", "London", "GB"), Optional.empty()));
        var menu = TrayMenu.of(snapshot(DISCONNECTED, "uk-1", "uk-2"), twins, TEXTS);

        assertThat(lines(menu)).containsSubsequence("London, GB (uk-1)", "London, GB (uk-2)");
    }

    @Test
    void serverNames_thatTryToBreakTheMenu_becomeOnePlainLine() {
        var hostile = server("evil", "\u202eQuit\n\u0000 {0} %s _&<b>" + "x".repeat(500), "");
        var servers = List.of(new MeasuredServer(hostile, Optional.empty()));
        var menu = TrayMenu.of(snapshot(DISCONNECTED, "evil"), servers, TEXTS);
        var line =
                lines(menu).stream().filter(l -> l.contains("xxx")).findFirst().orElseThrow();

        assertThat(line).startsWith("Quit {0} %s _&<b>xxx").endsWith("x\u2026").hasSize(OneLine.MAX_LENGTH);
    }

    @Test
    void everyMenu_offersTheWindowAndAnEnd() {
        var menus = List.of(
                menu(DISCONNECTED),
                menu(CONNECTED),
                menu(new TunnelView.Disconnecting()),
                menu(new TunnelView.Blocked(CAUSE, NOW, false)),
                menuUnderLockdown(new TunnelView.Locked(Optional.empty())),
                menu(new TunnelView.Paused(NOW, Optional.empty())),
                TrayMenu.unreachable(NO_DAEMON, TEXTS),
                TrayMenu.of(loggedOut(), List.of(), TEXTS));

        assertThat(menus)
                .allSatisfy(menu -> assertThat(actions(menu)).contains(new TrayAction.Open(), new TrayAction.Quit()));
    }

    private static List<String> lines(TrayMenu menu) {
        return menu.items().stream()
                .map(item -> switch (item) {
                    case TrayItem.Label(var text) -> "(" + text + ")";
                    case TrayItem.Command(var _, var text, var _) -> text;
                    case TrayItem.Divider() -> "--";
                })
                .toList();
    }

    private static List<TrayAction> actions(TrayMenu menu) {
        return menu.items().stream()
                .flatMap(item -> item instanceof TrayItem.Command(var _, var _, var action)
                        ? Stream.of(action)
                        : Stream.<TrayAction>empty())
                .toList();
    }

    private static TrayAction action(TrayMenu menu, String text) {
        return menu.items().stream()
                .filter(TrayItem.Command.class::isInstance)
                .map(TrayItem.Command.class::cast)
                .filter(command -> command.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not in " + lines(menu)))
                .action();
    }
}
