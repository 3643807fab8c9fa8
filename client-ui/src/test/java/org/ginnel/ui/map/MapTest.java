// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ginnel.ui.map.MapScreen.Dot;
import org.ginnel.ui.map.MapScreen.Tone;
import org.junit.jupiter.api.Test;

class MapTest {
    private static final Route.Place FRANKFURT = new Route.Place(50.1, 8.7);
    private static final Route.Place TOKYO = new Route.Place(35.7, 139.7);
    private static final Route.Place LOS_ANGELES = new Route.Place(34.1, -118.2);

    @Test
    void zooming_keepsWhatIsUnderThePointer() {
        var before = Viewpoint.world();
        var scale = before.scale(800, 500);
        var pointed = before.x() + 100 / scale;

        var after = before.zoomedBy(2, 100, 0, scale);

        assertThat(after.x() + 100 / after.scale(800, 500)).isCloseTo(pointed, within(1e-9));
        assertThat(after.zoom()).isEqualTo(2);
    }

    @Test
    void panning_neverLeavesTheMap_andZoomHasItsLimits() {
        var lost = Viewpoint.world().pannedBy(-1e9, 1e9, 1);

        assertThat(lost.x()).isEqualTo(NaturalEarth.HALF_WIDTH);
        assertThat(lost.y()).isEqualTo(-NaturalEarth.HALF_HEIGHT);
        assertThat(lost.zoomedBy(1e9, 0, 0, 1).zoom()).isEqualTo(Viewpoint.CLOSEST);
        assertThat(lost.zoomedBy(1e-9, 0, 0, 1).zoom()).isEqualTo(1);
    }

    @Test
    void aRoute_bendsAwayFromTheEquator_andIsCutAtTheEdgeOfTheMap() {
        var overland = Route.between(FRANKFURT, TOKYO);
        assertThat(overland).hasSize(1);
        assertThat(overland.getFirst().stream()
                        .mapToDouble(NaturalEarth.Spot::y)
                        .min()
                        .orElseThrow())
                .isLessThan(NaturalEarth.project(60, 0).y());

        assertThat(Route.between(TOKYO, LOS_ANGELES)).hasSize(2);
        assertThat(Route.between(TOKYO, TOKYO)).hasSize(1);
        assertThat(Route.between(new Route.Place(0, 0), new Route.Place(0, 180)).getFirst())
                .allSatisfy(spot -> assertThat(spot.x()).isFinite());
    }

    @Test
    void dotsThatCoverEachOther_areOne_andTheMostImportantIsSeen() {
        var crowd = IntStream.range(0, 1000)
                .mapToObj(i -> new Dot("s" + i, FRANKFURT, "Frankfurt", i == 500 ? Tone.IN_USE : Tone.PLAIN))
                .toList();

        var dots = Dots.of(crowd, Viewpoint.world(), 100, 800, 500);

        assertThat(dots.spots()).hasSize(1);
        var spot = dots.spots().getFirst();
        assertThat(spot.count()).isEqualTo(1000);
        assertThat(spot.dot().serverId()).isEqualTo("s500");
        assertThat(dots.at(spot.x() + 5, spot.y())).contains(spot);
        assertThat(dots.at(spot.x() + 50, spot.y())).isEmpty();
    }

    @Test
    void home_isTheCityOfTheTimeZone() {
        var table = """
                # a comment
                DE,DK\t+5230+01322\tEurope/Berlin\tmost of Germany
                US\t+404251-0740023\tAmerica/New_York
                XX\tnonsense\tX/Y
                """;

        assertThat(HomePlace.in(table, "Europe/Berlin").orElseThrow().latitude())
                .isCloseTo(52.5, within(0.01));
        assertThat(HomePlace.in(table, "America/New_York").orElseThrow().longitude())
                .isCloseTo(-74.0, within(0.01));
        assertThat(List.of("X/Y", "Etc/UTC", ""))
                .allSatisfy(zone -> assertThat(HomePlace.in(table, zone)).isEmpty());
    }
}
