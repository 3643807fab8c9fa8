// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final Spot LONDON = Spot.of(51.51, -0.13);
    private static final Spot FRANKFURT = Spot.of(50.11, 8.68);
    private static final Spot NEW_YORK = Spot.of(40.71, -74.01);
    private static final Spot TOKYO = Spot.of(35.68, 139.65);
    private static final Spot SAO_PAULO = Spot.of(-23.55, -46.63);
    private static final Spot PARIS = Spot.of(48.86, 2.35);
    private static final Spot SYDNEY = Spot.of(-33.87, 151.21);
    private static final List<Spot> PLACES = List.of(LONDON, FRANKFURT, NEW_YORK, TOKYO, SAO_PAULO, PARIS, SYDNEY);

    @Test
    void fromFourRoundTrips_theRestOfTheWorldFollows() {
        var fromParis = new Whereabouts(List.of(seen(LONDON), seen(NEW_YORK), seen(TOKYO), seen(SAO_PAULO)), PLACES);

        assertThat(fromParis.millisTo(FRANKFURT)).isCloseTo(time(FRANKFURT), within(4.0));
        assertThat(fromParis.millisTo(SYDNEY)).isCloseTo(time(SYDNEY), within(30.0));
        assertThat(fromParis.millisTo(PARIS)).isLessThan(fromParis.millisTo(FRANKFURT));
    }

    @Test
    void whatIsKnownNearby_correctsWhatFollowsFromTheDistance() {
        var detour = new Whereabouts.Sighting(FRANKFURT, 3 * time(FRANKFURT));
        var seen = List.of(seen(LONDON), seen(NEW_YORK), seen(TOKYO), seen(SAO_PAULO), detour);

        assertThat(new Whereabouts(seen, PLACES).millisTo(Spot.of(50.2, 8.6))).isGreaterThan(2 * time(FRANKFURT));
    }

    @Test
    void oneSighting_isEnoughToAnswer() {
        assertThat(new Whereabouts(List.of(seen(TOKYO)), List.of(TOKYO)).millisTo(SYDNEY))
                .isPositive()
                .isFinite();
    }

    /// In Paris, with 5 ms to the net and ways half as long again as the straight ones.
    private static double time(Spot spot) {
        return 5 + 0.015 * PARIS.kilometresTo(spot);
    }

    private static Whereabouts.Sighting seen(Spot spot) {
        return new Whereabouts.Sighting(spot, time(spot));
    }
}
