// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Finds the best of many servers with few probes: at most [#MOST_PROBES], in at most [#MOST_ROUNDS] rounds.
///
/// First those that were the best before and some spread over the world, or all when they are few. From the answers it
/// guesses where we are ([Whereabouts]) and asks those that should be nearest from there, until no other promises to be
/// better. Last, those that are nearly equal are asked once more. What servers say of themselves decides only who is
/// asked; a round trip is believed only when it was measured. Not thread-safe.
public final class ProbePlan {
    /// The most probes of one plan.
    public static final int MOST_PROBES = 30;
    /// The most rounds of one plan.
    public static final int MOST_ROUNDS = 5;

    /// So few are all asked at once; what is left of the probes is for those that are nearly equal.
    private static final int FEW = 22;

    private static final int FIRST = 10;
    private static final int REMEMBERED = 5;
    private static final int UNPLACED = 4;
    private static final int NEXT = 7;
    private static final int AGAIN = 4;
    private static final int ENOUGH_OF_MANY = 4;
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration LEAST_LONGEST = Duration.ofMillis(20);
    /// Whoever is farther than the best by this factor is no equal of it.
    private static final double NEARLY = 1.25;
    /// A server that promises less than so many times the best one's cost is asked: promises are rough.
    private static final double PROMISING = 1.5;
    /// When the round trips to most servers changed by this factor, we are not where we were.
    private static final double MOVED = 1.5;

    private final List<Candidate> candidates;
    private final Map<String, Candidate> byId = new HashMap<>();
    private final Instant now;
    private final RandomGenerator random;
    private int probes;
    private int rounds;
    private boolean askedAgain;

    /// @param known the servers to choose from, with what was measured before
    /// @param now by the clock of those measurements
    /// @param random so that many clients do not ask the same servers in the same order
    public ProbePlan(List<KnownServer> known, Instant now, RandomGenerator random) {
        this.now = now;
        this.random = random;
        this.candidates = known.stream().map(Candidate::new).toList();
        candidates.forEach(candidate -> byId.put(candidate.server().id(), candidate));
    }

    /// A server answered.
    public void heard(Server server, Duration roundTrip) {
        var candidate = byId.get(server.id());
        if (candidate != null) {
            candidate.answer(roundTrip);
        }
    }

    /// Whom to ask next; empty when enough is known.
    public Optional<ProbeRound> next() {
        if (rounds == MOST_ROUNDS || askedAgain || candidates.isEmpty()) {
            return Optional.empty();
        }
        rounds++;
        if (rounds == 1) {
            return candidates.size() <= FEW ? round(candidates, 1) : round(List.copyOf(first()), ENOUGH_OF_MANY);
        }
        if (rounds == 2 && moved()) {
            return round(List.copyOf(elsewhere()), ENOUGH_OF_MANY);
        }
        var promising = rounds < MOST_ROUNDS ? promising() : List.<Candidate>of();
        if (!promising.isEmpty()) {
            return round(promising, 1);
        }
        askedAgain = true;
        return round(nearlyEqual(), 1);
    }

    /// Servers that were asked and have not answered, although others did that are farther by what was known before.
    public List<Server> overdue() {
        return overdueOnes().map(Candidate::server).toList();
    }

    /// Whether the servers that were known are now at such other distances that what is known of the rest says
    /// nothing any more. Never while nobody answered.
    public boolean moved() {
        var waited = waited();
        var compared = candidates.stream()
                .filter(one -> one.hasAnswered() ? Double.isFinite(one.millisBefore()) : isOverdue(one, waited))
                .toList();
        var changed = compared.stream()
                .filter(one -> Math.abs(Math.log(one.millis() / one.millisBefore())) > Math.log(MOVED))
                .count();
        return compared.size() >= 2 && 2 * changed > compared.size();
    }

    private Stream<Candidate> overdueOnes() {
        var waited = waited();
        return candidates.stream().filter(one -> isOverdue(one, waited));
    }

    private static boolean isOverdue(Candidate one, double waited) {
        return one.isAsked() && !one.hasAnswered() && one.millisBefore() * NEARLY < waited;
    }

    /// The longest answer: whoever is nearer should have answered by then.
    private double waited() {
        return candidates.stream()
                .filter(Candidate::hasAnswered)
                .mapToDouble(Candidate::millis)
                .max()
                .orElse(0);
    }

    private Optional<ProbeRound> round(List<Candidate> wanted, int enough) {
        var asked = some(wanted.subList(0, Math.min(wanted.size(), MOST_PROBES - probes)), MOST_PROBES);
        probes += asked.size();
        asked.forEach(Candidate::ask);
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProbeRound(
                        asked.stream().map(Candidate::server).toList(), Math.min(enough, asked.size()), longest()));
    }

    /// Who takes twice as long as the best one so far is not better, and need not be waited for.
    private Duration longest() {
        var best = candidates.stream().mapToDouble(Candidate::millis).min().orElse(Double.POSITIVE_INFINITY);
        return Double.isFinite(best) ? Duration.ofMillis((long) (2 * best)).plus(LEAST_LONGEST) : LONGEST;
    }

    /// The best of before, some of those that nobody knows the place of, and some spread over the world.
    private SequencedSet<Candidate> first() {
        var chosen = new LinkedHashSet<Candidate>();
        candidates.stream()
                .filter(one -> Double.isFinite(one.costBefore()))
                .sorted(Comparator.comparingDouble(Candidate::costBefore))
                .limit(REMEMBERED)
                .forEach(chosen::add);
        chosen.addAll(some(candidates.stream().filter(one -> !one.isPlaced()).toList(), UNPLACED));
        var placed = candidates.stream().filter(Candidate::isPlaced).toList();
        if (chosen.stream().noneMatch(Candidate::isPlaced)) {
            chosen.addAll(some(placed, 1));
        }
        var there = chosen.stream().filter(Candidate::isPlaced).toList();
        new Spread(placed, there).fill(chosen, FIRST);
        return chosen;
    }

    /// Some more spread over the world.
    private SequencedSet<Candidate> elsewhere() {
        var placed = candidates.stream().filter(Candidate::isPlaced).toList();
        var there = placed.stream().filter(Candidate::isAsked).toList();
        var chosen = new LinkedHashSet<Candidate>();
        new Spread(placed, there).fill(chosen, REMEMBERED);
        return chosen;
    }

    /// Those not asked yet that should be hardly worse than the best one, the best first.
    private List<Candidate> promising() {
        var unasked = candidates.stream().filter(one -> !one.isAsked()).toList();
        var heard = candidates.stream()
                .filter(one -> one.hasAnswered() && one.isPlaced())
                .toList();
        if (heard.isEmpty()) {
            return rounds == 2 ? some(unasked, FIRST) : List.of();
        }
        record Promise(Candidate candidate, double cost) {}
        var best = bestCost();
        var places = expectation(heard);
        var trusted = !moved();
        var promises = unasked.stream()
                .filter(Candidate::isPlaced)
                .map(one -> new Promise(one, one.expected(places.millisTo(one.spot()), trusted, now)))
                .filter(promise -> promise.cost() < best * PROMISING)
                .sorted(Comparator.comparingDouble(Promise::cost))
                .map(Promise::candidate)
                .toList();
        return fromManyPlaces(promises);
    }

    /// The first of them, of one place only one while there are others.
    private static List<Candidate> fromManyPlaces(List<Candidate> promises) {
        var chosen = new LinkedHashSet<Candidate>();
        for (var one : promises) {
            if (chosen.size() < NEXT && chosen.stream().noneMatch(other -> isOnePlace(one, other))) {
                chosen.add(one);
            }
        }
        promises.stream().limit(NEXT).filter(_ -> chosen.size() < NEXT).forEach(chosen::add);
        return List.copyOf(chosen);
    }

    private static boolean isOnePlace(Candidate one, Candidate other) {
        return one.spot().kilometresTo(other.spot()) < Spread.ONE_PLACE_KM;
    }

    private Whereabouts expectation(List<Candidate> heard) {
        var sightings = heard.stream()
                .map(one -> new Whereabouts.Sighting(one.spot(), one.millis()))
                .toList();
        var places = candidates.stream()
                .filter(Candidate::isPlaced)
                .map(Candidate::spot)
                .distinct()
                .toList();
        return new Whereabouts(sightings, places);
    }

    /// Two or more that are nearly as good as the best one, it among them, and those that should have answered and
    /// would be; none when one stands alone.
    private List<Candidate> nearlyEqual() {
        var bound = bestCost() * NEARLY;
        var equals = Stream.concat(
                        candidates.stream()
                                .filter(one -> one.hasAnswered() && one.cost() <= bound)
                                .sorted(Comparator.comparingDouble(Candidate::cost))
                                .limit(AGAIN),
                        overdueOnes().filter(one -> one.costBefore() <= bound).limit(AGAIN))
                .toList();
        return equals.size() > 1 ? equals : List.of();
    }

    private double bestCost() {
        return candidates.stream().mapToDouble(Candidate::cost).min().orElse(Double.POSITIVE_INFINITY);
    }

    /// Some of them, whichever, in no order.
    private List<Candidate> some(List<Candidate> all, int most) {
        var left = new ArrayList<>(all);
        var some = new ArrayList<Candidate>();
        while (!left.isEmpty() && some.size() < most) {
            some.add(left.remove(random.nextInt(left.size())));
        }
        return some;
    }
}
