// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnouncerTest {
    private static final TunnelView DISCONNECTED = new TunnelView.Disconnected(Optional.empty());
    private static final TunnelView FRANKFURT = connected("eu-central-1");
    private static final TunnelView TOKYO = connected("ap-northeast-1");
    private static final ErrorCause SILENT = new ErrorCause.NoHandshake("192.0.2.1:51820", Duration.ofSeconds(5));

    private final List<String> rung = new ArrayList<>();
    private final List<Announcement.Urgency> urgencies = new ArrayList<>();
    private boolean mayDisturb = true;
    private boolean looking;
    private final ToldOnce trayTold = ToldOnce.in(Map.of(), "tray-told");
    private final Announcements announcements = announcements(trayTold);

    @TempDir
    Path home;

    private Announcements announcements(ToldOnce trayTold) {
        return new Announcements(
                new Bell() {
                    @Override
                    public void ring(
                            Announcement.Topic topic, Announcement.Urgency urgency, String title, String body) {
                        rung.add(title + ": " + body);
                        urgencies.add(urgency);
                    }

                    @Override
                    public void close() {
                        rung.add("closed");
                    }
                },
                Words.english(),
                () -> mayDisturb,
                () -> looking,
                trayTold,
                ToldOnce.in(Map.of(), "untrayed-told"));
    }

    @Test
    void howThingsAreAtTheStart_isNoNews() {
        on(FRANKFURT);
        on(FRANKFURT);

        assertThat(rung).isEmpty();
    }

    @Test
    void connectingAndSwitching_areAnnounced_andThePassageIsNot() {
        on(DISCONNECTED);
        on(new TunnelView.Connecting(Optional.empty(), TunnelView.Phase.CHOOSING, 1));
        on(FRANKFURT);
        on(new TunnelView.Reconnecting(Servers.byId("eu-central-1"), SILENT, 1));
        on(FRANKFURT);
        on(new TunnelView.Connecting(Optional.empty(), TunnelView.Phase.HANDSHAKE, 1));
        on(TOKYO);
        on(DISCONNECTED);

        assertThat(rung)
                .containsExactly(
                        "Connected: Your traffic goes through Frankfurt, Germany.",
                        "Switched: Your traffic goes through Tokyo, Japan.");
    }

    @Test
    void aBlock_isAnnouncedOnceForEachCause_untilItWorkedAgain() {
        on(FRANKFURT);
        on(blocked(SILENT));
        on(new TunnelView.Connecting(Optional.empty(), TunnelView.Phase.HANDSHAKE, 2));
        on(blocked(new ErrorCause.NoHandshake("192.0.2.2:51820", Duration.ofSeconds(9))));
        assertThat(rung).hasSize(1);
        assertThat(rung.getFirst()).startsWith("Blocked: Nothing leaves this machine. The server does not answer");

        on(blocked(new ErrorCause.KeyRefused()));
        assertThat(rung).hasSize(2);
        on(FRANKFURT);
        on(blocked(SILENT));
        assertThat(rung).hasSize(4);
    }

    @Test
    void aBlockThatFails_isAlwaysAnnounced() {
        on(FRANKFURT);
        on(blocked(SILENT));
        on(new TunnelView.Blocked(SILENT, Servers.NOON, true));

        assertThat(rung.getLast()).startsWith("Not protected: Traffic may leave.");
    }

    @Test
    void aRefusedKey_isAnnounced_withWhatToDo() {
        on(DISCONNECTED);
        on(new TunnelView.Disconnected(Optional.of(new ErrorCause.KeyRefused())));

        assertThat(rung)
                .containsExactly(
                        "The key was refused: Check that you copied all of it, or ask your provider for a new one.");
    }

    @Test
    void whoLooks_orWantsQuiet_isNotDisturbed_norLater() {
        on(DISCONNECTED);
        looking = true;
        on(FRANKFURT);
        looking = false;
        mayDisturb = false;
        on(TOKYO);
        announcements.hidden();
        mayDisturb = true;
        on(TOKYO);

        assertThat(rung).isEmpty();
    }

    @Test
    void livingOnInTheTray_isSaidOnce_alsoToWhoStillLooks_andWhereNothingIsKept() {
        looking = true;
        announcements.hidden();
        announcements.hidden();

        assertThat(rung).hasSize(1);
        assertThat(rung.getFirst()).contains("tray");
    }

    @Test
    void livingOnWithoutATray_isSaidOnce_withHowToComeBack_alsoWhereATrayWasKnown() {
        announcements.hidden();
        announcements.unseen();
        announcements.unseen();

        assertThat(rung).hasSize(2);
        assertThat(rung.getLast()).contains("no tray", "Start Ginnel again", "Ctrl+Q");
    }

    /// GNOME shows no banner of what is less than that.
    @Test
    void whatIsWorthSayingAtOnce_isOfNormalUrgency() {
        on(DISCONNECTED);
        on(FRANKFURT);
        on(TOKYO);
        announcements.hidden();
        announcements.unseen();

        assertThat(urgencies).hasSize(4).containsOnly(Announcement.Urgency.NORMAL);
    }

    @Test
    void livingOnInTheTray_isSaidOnceForEver_fromWhenItCouldBeSaid() {
        var environment = Map.of("HOME", home.toString());
        mayDisturb = false;
        announcements(ToldOnce.in(environment, "tray-told")).hidden();
        assertThat(rung).isEmpty();

        mayDisturb = true;
        announcements(ToldOnce.in(environment, "tray-told")).hidden();
        announcements(ToldOnce.in(environment, "tray-told")).hidden();

        assertThat(rung).hasSize(1);
        assertThat(home.resolve(".local/state/ginnel/tray-told")).isEmptyFile();
    }

    @Test
    void whatCannotBeKept_isRememberedInThisRun() throws IOException {
        Files.writeString(home.resolve(".local"), "a file where a directory should be");
        var told = ToldOnce.in(Map.of("HOME", home.toString()), "tray-told");

        told.told();

        assertThat(told.isTold()).isTrue();
    }

    private void on(TunnelView view) {
        announcements.on(new LinkState.Live(Snapshots.withTunnel(Snapshots.loggedIn(), view), "ginneld", true, true));
    }

    private static TunnelView blocked(ErrorCause cause) {
        return new TunnelView.Blocked(cause, Servers.NOON, false);
    }

    private static TunnelView connected(String id) {
        return Snapshots.connectedView(Servers.byId(id), new Reason.ChosenByUser());
    }
}
