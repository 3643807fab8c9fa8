// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NaturalEarthTest {
    /// As d3-geo 3's `geoNaturalEarth1Raw` has them.
    @Test
    void places_areWhereTheProjectionSaysTheyAre() {
        expect(0, 0, 0, 0);
        expect(0, 180, NaturalEarth.HALF_WIDTH, 0);
        expect(90, 0, 0, -1.42239);
        expect(50.1109, 8.6821, 0.11553, -0.88089);
        expect(-33.8688, 151.2093, 2.17176, 0.59762);
    }

    private static void expect(double latitude, double longitude, double x, double y) {
        var spot = NaturalEarth.project(latitude, longitude);
        assertThat(spot.x()).isCloseTo(x, within(0.0001));
        assertThat(spot.y()).isCloseTo(y, within(0.0001));
    }

    @Test
    void theWorld_isReadWhole_andStaysOnTheMap() {
        var world = WorldShapes.load();

        assertThat(world.land()).hasSizeGreaterThan(100);
        assertThat(world.borders()).hasSizeGreaterThan(200);
        assertThat(world.land()).allSatisfy(line -> {
            assertThat(line.box().right()).isLessThanOrEqualTo(NaturalEarth.HALF_WIDTH + 1e-9);
            assertThat(line.box().top()).isGreaterThanOrEqualTo(-NaturalEarth.HALF_HEIGHT);
            assertThat(line.xs()).hasSizeGreaterThan(2);
        });
    }
}
