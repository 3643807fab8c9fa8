// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where on the globe we seem to be, by the round trips to places that are known, and what the round trip to another
/// place would be from there.
///
/// For each place where we might be, the round trips are laid on a straight line over the distances: what the way to
/// the net costs, and what each kilometre does. The places where they lie best have the say, each by how well. What
/// is known nearby corrects that, since detours are shared by all that is in one city.
final class Whereabouts {
    /// Light in glass needs 1 ms for 100 km there and back; no way is straight.
    private static final double LEAST_MS_PER_KM = 0.010;

    private static final double USUAL_MS_PER_KM = 0.015;
    private static final double MOST_MS_PER_KM = 0.030;
    /// Below so many milliseconds a difference means little.
    private static final double BLUR_MS = 4;
    /// How far off a round trip usually is, as a part of it.
    private static final double SPREAD = 0.2;
    private static final int LATTICE = 150;
    private static final int LIKELIEST = 24;
    private static final double NEARBY_KM = 300;
    private static final double DOUBT = 0.3;

    /// A round trip to somewhere.
    record Sighting(Spot spot, double millis) {}

    /// A place where we might be.
    ///
    /// @param base milliseconds to the net
    private record Guess(Spot spot, double base, double perKm, double misfit) {
        double millisTo(Spot other) {
            return base + perKm * spot.kilometresTo(other);
        }
    }

    private final List<Sighting> sightings;
    private final List<Guess> guesses;
    private final double[] weights;
    private final double[] corrections;

    /// @param sightings at least one
    /// @param places where servers are: more exact than any lattice where it matters
    Whereabouts(List<Sighting> sightings, List<Spot> places) {
        this.sightings = sightings;
        var rough = likeliest(places, Spot.everywhere(LATTICE));
        var around = new ArrayList<Spot>();
        for (var guess : rough.subList(0, Math.min(3, rough.size()))) {
            around.addAll(guess.spot().ring(200, 6));
            around.addAll(guess.spot().ring(500, 8));
        }
        var both = new ArrayList<>(rough);
        around.forEach(spot -> both.add(guess(spot)));
        both.sort(Comparator.comparingDouble(Guess::misfit));
        this.guesses = List.copyOf(both.subList(0, Math.min(LIKELIEST, both.size())));
        this.weights = weights();
        this.corrections = corrections();
    }

    /// The round trip to expect, in milliseconds.
    double millisTo(Spot spot) {
        double shift = 0;
        var weight = DOUBT;
        for (var i = 0; i < corrections.length; i++) {
            var near = Math.exp(-sightings.get(i).spot().kilometresTo(spot) / NEARBY_KM);
            shift += near * corrections[i];
            weight += near;
        }
        return uncorrected(spot) * Math.exp(shift / weight);
    }

    private double uncorrected(Spot spot) {
        double sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * guesses.get(i).millisTo(spot);
        }
        return sum;
    }

    private List<Guess> likeliest(List<Spot> some, List<Spot> others) {
        var all = new ArrayList<Guess>(some.size() + others.size());
        some.forEach(spot -> all.add(guess(spot)));
        others.forEach(spot -> all.add(guess(spot)));
        all.sort(Comparator.comparingDouble(Guess::misfit));
        return all.subList(0, Math.min(LIKELIEST, all.size()));
    }

    /// Least squares, where a millisecond counts the more the shorter the round trip is.
    private Guess guess(Spot spot) {
        double n = 0;
        double sumD = 0;
        double sumR = 0;
        double sumDd = 0;
        double sumDr = 0;
        for (var sighting : sightings) {
            var w = weight(sighting);
            var d = spot.kilometresTo(sighting.spot());
            n += w;
            sumD += w * d;
            sumR += w * sighting.millis();
            sumDd += w * d * d;
            sumDr += w * d * sighting.millis();
        }
        var spread = n * sumDd - sumD * sumD;
        var slope = spread > 1e-9 * n * sumDd ? (n * sumDr - sumD * sumR) / spread : USUAL_MS_PER_KM;
        var perKm = Math.clamp(slope, LEAST_MS_PER_KM, MOST_MS_PER_KM);
        var base = Math.max(0, (sumR - perKm * sumD) / n);
        return new Guess(spot, base, perKm, misfit(spot, base, perKm));
    }

    private double misfit(Spot spot, double base, double perKm) {
        double sum = 0;
        for (var sighting : sightings) {
            var off = sighting.millis() - base - perKm * spot.kilometresTo(sighting.spot());
            sum += weight(sighting) * off * off;
        }
        return sum;
    }

    private static double weight(Sighting sighting) {
        var blurred = sighting.millis() + BLUR_MS;
        return 1 / (blurred * blurred);
    }

    private double[] weights() {
        var least = guesses.getFirst().misfit();
        var weights = guesses.stream()
                .mapToDouble(guess -> Math.exp(-(guess.misfit() - least) / (2 * SPREAD * SPREAD)))
                .toArray();
        double sum = 0;
        for (var weight : weights) {
            sum += weight;
        }
        for (var i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private double[] corrections() {
        return sightings.stream()
                .mapToDouble(sighting ->
                        Math.log(Math.max(0.01, sighting.millis()) / Math.max(0.01, uncorrected(sighting.spot()))))
                .toArray();
    }
}
