// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.ScriptedDaemon;
import org.ginnel.ui.TestWays;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.locations.LocationRow.Use;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.Test;

class LocationsViewModelTest {
    private static final Request LIST = new Request.ListServers(false, false);
    private static final Request MEASURE = new Request.ListServers(true, true);

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final TestWays ways = new TestWays();
    private final Words words = Words.english();
    private final List<LocationsScreen> screens = new ArrayList<>();
    private final LocationsViewModel model =
            new LocationsViewModel(new TunnelWishes(daemon), new ServerCatalog(daemon), ways, screens::add);

    @Test
    void hidden_itAsksNothing() {
        model.on(live(Snapshots.loggedIn()));

        assertThat(daemon.asked()).isEmpty();
    }

    @Test
    void beforeTheAnswer_itSaysThatItIsLoading() {
        show(Snapshots.loggedIn());

        assertThat(screens.getLast().notice().map(words::say)).contains("Asking for the servers\u2026");
    }

    @Test
    void theNearest_standsFirst_andTheSilentLast() {
        show(Snapshots.loggedIn());
        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 0));

        var rows = screens.getLast().rows();
        assertThat(rows.stream().map(LocationRow::nodeId))
                .startsWith("fastest", "server-eu-central-1", "server-eu-south-1");
        assertThat(words.say(rows.getFirst().detail().orElseThrow())).isEqualTo("Now Frankfurt");
        assertThat(rows.getLast().nodeId()).isEqualTo("server-ap-southeast-2");
        assertThat(rows.getLast().latency().words().map(words::say)).contains("no answer");
        assertThat(screens.getLast().summary().map(words::say)).contains("15 servers \u00b7 Pro");
    }

    @Test
    void theServerInUse_isMarked() {
        show(Snapshots.connected(Servers.byId("eu-central-1")));
        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 0));

        assertThat(screens.getLast().rows().stream().filter(row -> row.use() == Use.CONNECTED))
                .extracting(LocationRow::nodeId)
                .containsExactly("server-eu-central-1");
    }

    @Test
    void theServerBeingTried_saysSo() {
        var tokyo = Servers.byId("ap-northeast-1");
        var trying = new TunnelView.Connecting(Optional.of(tokyo), TunnelView.Phase.HANDSHAKE, 2);
        show(Snapshots.withTunnel(Snapshots.loggedIn(), trying));
        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 0));

        assertThat(screens.getLast().rows().stream().filter(row -> row.use() == Use.CONNECTING))
                .extracting(row -> words.say(row.detail().orElseThrow()))
                .containsExactly("Japan \u00b7 Connecting\u2026");
    }

    @Test
    void aListWithoutAFigure_isMeasuredOnce() {
        show(Snapshots.loggedIn());
        daemon.answer(new Reply.Servers(Servers.unmeasured(Servers.REFERENCE), 0));
        assertThat(daemon.open()).containsExactly(MEASURE);
        assertThat(screens.getLast().measuring()).isTrue();

        daemon.answer(new Reply.Servers(Servers.unmeasured(Servers.REFERENCE), 0));
        assertThat(daemon.open()).isEmpty();
        assertThat(screens.getLast().measuring()).isFalse();
    }

    @Test
    void aGrownRevision_isAskedFor_butNotWhileMeasuring() {
        show(Snapshots.loggedIn());
        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 0));
        model.on(live(Snapshots.withServers(Snapshots.loggedIn(), 1, true)));
        assertThat(daemon.open()).isEmpty();

        model.on(live(Snapshots.withServers(Snapshots.loggedIn(), 2, false)));
        assertThat(daemon.open()).containsExactly(LIST);
    }

    @Test
    void searching_findsCityCountryAndId_andEnterTakesTheOnlyMatch() {
        show(Snapshots.loggedIn());
        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 0));

        model.search("  s\u00c3o ");
        assertThat(screens.getLast().rows()).extracting(LocationRow::nodeId).containsExactly("server-sa-east-1");
        model.search("eu-");
        assertThat(screens.getLast().rows()).hasSize(4);
        assertThat(model.chooseOnlyMatch()).isFalse();
        model.search("japan");
        assertThat(model.chooseOnlyMatch()).isTrue();

        assertThat(daemon.open()).containsExactly(new Request.Connect(new Target.Chosen("ap-northeast-1"), false));
        assertThat(ways.taken).containsExactly("connect");
    }

    @Test
    void noMatch_isSaid() {
        show(Snapshots.loggedIn());
        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 0));
        model.search("atlantis");

        assertThat(screens.getLast().rows()).isEmpty();
        assertThat(screens.getLast().notice().map(words::say)).contains("No server matches \u201catlantis\u201d.");
    }

    @Test
    void anEmptyList_isSaid() {
        show(Snapshots.loggedIn());
        daemon.answer(new Reply.Servers(List.of(), 0));

        assertThat(screens.getLast().notice().map(words::say).orElseThrow())
                .startsWith("Your provider lists no server");
    }

    @Test
    void aFailedRefresh_keepsTheListAndTellsWhy() {
        show(Snapshots.loggedIn());
        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 0));
        model.measure();
        daemon.refuse(new ErrorCause.Offline("api.example"));

        assertThat(screens.getLast().rows()).hasSize(16);
        assertThat(screens.getLast().problem()).isPresent();
        model.remedy();
        assertThat(daemon.open()).containsExactly(MEASURE);
        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 1));
        assertThat(screens.getLast().problem()).isEmpty();
    }

    private void show(Snapshot snapshot) {
        model.on(live(snapshot));
        model.showing(true);
    }

    private static LinkState live(Snapshot snapshot) {
        return new LinkState.Live(snapshot, "ginneld", true);
    }
}
