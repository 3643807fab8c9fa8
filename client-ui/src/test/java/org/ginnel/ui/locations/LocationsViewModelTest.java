// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.account.Account;
import org.ginnel.account.Tier;
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
import org.ginnel.ui.map.MapScreen;
import org.ginnel.ui.own.ConfigImport;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.Test;

class LocationsViewModelTest {
    private static final Request LIST = new Request.ListServers(false, false);
    private static final Request MEASURE = new Request.ListServers(true, true);

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final TestWays ways = new TestWays();
    private final Words words = Words.english();
    private final List<LocationsScreen> screens = new ArrayList<>();
    private final LocationsViewModel model = new LocationsViewModel(
            new TunnelWishes(daemon),
            new ServerCatalog(daemon),
            ways,
            new ConfigImport(daemon, ways, _ -> Optional.empty()),
            Optional::empty,
            screens::add);

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
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));

        var rows = rows();
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
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));

        assertThat(rows().stream().filter(row -> row.use() == Use.CONNECTED))
                .extracting(LocationRow::nodeId)
                .containsExactly("server-eu-central-1");
    }

    @Test
    void theServerBeingTried_saysSo() {
        var tokyo = Servers.byId("ap-northeast-1");
        var trying = new TunnelView.Connecting(Optional.of(tokyo), TunnelView.Phase.HANDSHAKE, 2);
        show(Snapshots.withTunnel(Snapshots.loggedIn(), trying));
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));

        assertThat(rows().stream().filter(row -> row.use() == Use.CONNECTING))
                .extracting(row -> words.say(row.detail().orElseThrow()))
                .containsExactly("Japan \u00b7 Connecting\u2026");
    }

    @Test
    void aListWithoutAFigure_isMeasuredOnce() {
        show(Snapshots.loggedIn());
        daemon.answer(Servers.answer(Servers.unmeasured(Servers.REFERENCE), 0));
        assertThat(daemon.open()).containsExactly(MEASURE);
        assertThat(screens.getLast().measuring()).isTrue();

        daemon.answer(Servers.answer(Servers.unmeasured(Servers.REFERENCE), 0));
        assertThat(daemon.open()).isEmpty();
        assertThat(screens.getLast().measuring()).isFalse();
    }

    @Test
    void aGrownRevision_isAskedFor_oneQuestionAtATime() {
        show(Snapshots.loggedIn());
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));
        model.on(live(Snapshots.withServers(Snapshots.loggedIn(), 1, true)));
        model.on(live(Snapshots.withServers(Snapshots.loggedIn(), 2, false)));

        assertThat(daemon.open()).containsExactly(LIST);
    }

    @Test
    void whileFiguresComeIn_barsFill_andNothingMoves() {
        show(Snapshots.loggedIn());
        daemon.answer(Servers.answer(Servers.unmeasured(Servers.REFERENCE), 0));
        var before = rows().stream().map(LocationRow::nodeId).toList();
        model.on(live(Snapshots.withServers(Snapshots.loggedIn(), 1, true)));
        daemon.answer(LIST.getClass(), Servers.answer(Servers.measured(Servers.REFERENCE), 1));

        assertThat(rows().stream().map(LocationRow::nodeId)).isEqualTo(before);
        assertThat(rows().stream().filter(row -> row.latency().length() > 0)).hasSizeGreaterThan(10);

        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 1));
        model.on(live(Snapshots.withServers(Snapshots.loggedIn(), 1, false)));
        assertThat(rows().stream().map(LocationRow::nodeId)).startsWith("fastest", "server-eu-central-1");
    }

    @Test
    void whatIsMarked_standsFirst_andTheStarTakesItAway() {
        show(Snapshots.withRecents(
                Snapshots.withFavourites(Snapshots.loggedIn(), List.of("sa-east-1", "gone")),
                List.of("sa-east-1", "eu-west-1")));
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));

        assertThat(headings()).startsWith("Favourites", "Recent", "All servers");
        assertThat(rows().stream().map(LocationRow::nodeId))
                .startsWith("fastest", "server-sa-east-1", "server-eu-west-1", "server-eu-central-1");
        model.favour("sa-east-1");
        model.favour("eu-west-1");
        assertThat(daemon.open())
                .containsExactly(new Request.Favour("sa-east-1", false), new Request.Favour("eu-west-1", true));
    }

    @Test
    void byCountry_eachHasItsHeading_andByNameAllStandInOrder() {
        show(Snapshots.loggedIn());
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));
        assertThat(screens.getLast().orders()).containsExactly(Order.LATENCY, Order.NAME, Order.COUNTRY);

        model.sort(Order.COUNTRY);
        assertThat(headings()).startsWith("Australia", "Brazil", "Canada");
        model.sort(Order.NAME);
        assertThat(rows().stream().map(LocationRow::nodeId))
                .startsWith("fastest", "server-af-south-1", "server-me-south-1", "server-eu-central-1");
    }

    @Test
    void aServerOfAnotherPlan_saysWhichOpensIt_andCannotBeChosen() {
        var basic = new Account("https://api.example", "k…", new Tier("basic", "Basic", 3, ""));
        show(Snapshots.withAccount(Snapshots.loggedIn(), Optional.of(basic)));
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));

        model.search("tokyo");
        assertThat(rows().getFirst().locked().map(words::say)).contains("Opens with the plan “pro”");
        assertThat(model.chooseOnlyMatch()).isFalse();
        model.search("london");
        assertThat(model.chooseOnlyMatch()).isTrue();
    }

    @Test
    void onTheMap_whatIsLookedAtHasACard_andWhatDoesNotMatchIsDim() {
        show(Snapshots.connected(Servers.byId("eu-central-1")));
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));
        model.lookAt(Optional.of("ap-northeast-1"));
        model.search("japan");

        var map = screens.getLast().map();
        assertThat(map.card().orElseThrow().latency().map(words::say)).contains("231 ms");
        assertThat(map.dots().stream().filter(dot -> dot.tone() == MapScreen.Tone.IN_USE))
                .hasSize(1);
        assertThat(map.dots().stream().filter(dot -> dot.tone() == MapScreen.Tone.DIM))
                .hasSize(13);
        model.lookAt(Optional.empty());
        assertThat(screens.getLast().map().card()).isEmpty();
    }

    @Test
    void searching_findsCityCountryAndId_andEnterTakesTheOnlyMatch() {
        show(Snapshots.loggedIn());
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));

        model.search("  s\u00c3o ");
        assertThat(rows()).extracting(LocationRow::nodeId).containsExactly("server-sa-east-1");
        model.search("eu-");
        assertThat(rows()).hasSize(4);
        assertThat(model.chooseOnlyMatch()).isFalse();
        model.search("japan");
        assertThat(model.chooseOnlyMatch()).isTrue();

        assertThat(daemon.open()).containsExactly(new Request.Connect(new Target.Chosen("ap-northeast-1"), false));
        assertThat(ways.taken).containsExactly("connect");
    }

    @Test
    void noMatch_isSaid() {
        show(Snapshots.loggedIn());
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));
        model.search("atlantis");

        assertThat(rows()).isEmpty();
        assertThat(screens.getLast().notice().map(words::say)).contains("No server matches \u201catlantis\u201d.");
    }

    @Test
    void anEmptyList_isSaid() {
        show(Snapshots.loggedIn());
        daemon.answer(Servers.answer(List.of(), 0));

        assertThat(screens.getLast().notice().map(words::say).orElseThrow())
                .startsWith("Your provider lists no server");
    }

    @Test
    void aFailedRefresh_keepsTheListAndTellsWhy() {
        show(Snapshots.loggedIn());
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 0));
        model.measure();
        daemon.refuse(new ErrorCause.Offline("api.example"));

        assertThat(rows()).hasSize(16);
        assertThat(screens.getLast().problem()).isPresent();
        model.remedy();
        assertThat(daemon.open()).containsExactly(MEASURE);
        daemon.answer(Servers.answer(Servers.measured(Servers.REFERENCE), 1));
        assertThat(screens.getLast().problem()).isEmpty();
    }

    private List<LocationRow> rows() {
        return screens.getLast().lines().stream()
                .filter(LocationRow.class::isInstance)
                .map(LocationRow.class::cast)
                .toList();
    }

    private List<String> headings() {
        return screens.getLast().lines().stream()
                .filter(LocationLine.Heading.class::isInstance)
                .map(line -> words.say(((LocationLine.Heading) line).title()))
                .toList();
    }

    private void show(Snapshot snapshot) {
        model.on(live(snapshot));
        model.showing(true);
    }

    private static LinkState live(Snapshot snapshot) {
        return new LinkState.Live(snapshot, "ginneld", true, true);
    }
}
