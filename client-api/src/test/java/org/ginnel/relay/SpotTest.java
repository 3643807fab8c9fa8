// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpotTest {
    private static final Spot LONDON = Spot.of(51.5074, -0.1278);
    private static final Spot NEW_YORK = Spot.of(40.7128, -74.0060);

    @Test
    void distances_areThoseOfTheGlobe() {
        assertThat(LONDON.kilometresTo(NEW_YORK)).isCloseTo(5570, within(15.0));
        assertThat(LONDON.kilometresTo(LONDON)).isCloseTo(0, within(0.1));
        assertThat(Spot.of(90, 0).kilometresTo(Spot.of(-90, 77))).isCloseTo(20_015, within(1.0));
    }

    @Test
    void aRing_isAsFarAsItSays_allAround() {
        for (var middle : List.of(LONDON, Spot.of(90, 0), Spot.of(-90, 0), Spot.of(0, 180))) {
            var ring = middle.ring(500, 8);

            assertThat(ring)
                    .hasSize(8)
                    .allSatisfy(spot -> assertThat(middle.kilometresTo(spot)).isCloseTo(500, within(0.1)));
            assertThat(ring.get(0).kilometresTo(ring.get(4))).isCloseTo(1000, within(1.0));
        }
    }

    @Test
    void everywhere_leavesNoPlaceFarFromAll() {
        var lattice = Spot.everywhere(400);

        for (var latitude = -90; latitude <= 90; latitude += 15) {
            for (var longitude = -180; longitude < 180; longitude += 15) {
                var here = Spot.of(latitude, longitude);
                assertThat(lattice)
                        .anySatisfy(spot -> assertThat(spot.kilometresTo(here)).isLessThan(1_100));
            }
        }
    }
}
