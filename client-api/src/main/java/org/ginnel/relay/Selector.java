// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;

/// Ranks servers and picks one, from what is known and nothing else: the same list gives the same answer.
///
/// Servers that answered come first, by their [Cost]; then those that nobody has measured; then those that stayed
/// silent. Of equals the one that carries more comes first, else the operator's order holds. The server that was chosen
/// before stays the choice until another is clearly better.
public final class Selector {
    private static final int ANSWERED = 0;
    private static final int UNMEASURED = 1;
    private static final int SILENT = 2;
    /// From this loss on a server that does not answer is one that is gone.
    private static final double GONE = 0.5;

    /// Another server has to be better than the one before by this factor, and by this much.
    private static final double CLEARLY = 1.1;

    private static final Duration NOTICEABLY = Duration.ofMillis(2);

    private Selector() {}

    /// The server to connect to.
    ///
    /// @param known the operator's list in its order, with what was measured
    /// @param before the server that was chosen as the fastest before
    public static Choice choose(List<KnownServer> known, Target target, Optional<String> before) {
        if (known.isEmpty()) {
            return new Choice.None(new ErrorCause.NoServers());
        }
        return switch (target) {
            case Target.Fastest() -> fastest(known, before);
            case Target.Chosen(var id) -> chosen(known, id);
        };
    }

    /// All servers, best first.
    public static List<KnownServer> rank(List<KnownServer> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(Selector::group)
                        .thenComparingDouble(Selector::distance)
                        .thenComparingDouble(Selector::smallness))
                .toList();
    }

    private static Choice fastest(List<KnownServer> known, Optional<String> before) {
        var best = rank(known).getFirst();
        if (group(best) != ANSWERED) {
            return new Choice.Picked(best.server(), new Reason.FirstOfList(known.size()));
        }
        var kept = known.stream()
                .filter(one -> before.filter(one.server().id()::equals).isPresent())
                .filter(one -> group(one) == ANSWERED && !isClearlyBetter(best, one))
                .findFirst();
        var answered = known.stream().filter(one -> group(one) == ANSWERED).toList();
        var reason = ChoiceReason.of(kept.orElse(best), best, answered, known.size());
        return new Choice.Picked(kept.orElse(best).server(), reason);
    }

    private static boolean isClearlyBetter(KnownServer one, KnownServer other) {
        return distance(one) * CLEARLY < distance(other) && distance(one) + NOTICEABLY.toNanos() < distance(other);
    }

    private static Choice chosen(List<KnownServer> known, String id) {
        return known.stream()
                .map(KnownServer::server)
                .filter(server -> server.id().equals(id))
                .findFirst()
                .<Choice>map(server -> new Choice.Picked(server, new Reason.ChosenByUser()))
                .orElseGet(() -> new Choice.None(new ErrorCause.UnknownServer(id)));
    }

    private static int group(KnownServer known) {
        return known.estimate()
                .map(estimate -> estimate.roundTrip().isPresent() && (estimate.heard() || estimate.loss() < GONE)
                        ? ANSWERED
                        : SILENT)
                .orElse(UNMEASURED);
    }

    /// 0 for what was not measured.
    private static double distance(KnownServer known) {
        return group(known) == ANSWERED ? known.cost().map(Cost::nanos).orElse(0.0) : 0;
    }

    private static double smallness(KnownServer known) {
        return group(known) == ANSWERED ? -known.server().capacity().orElse(0.0) : 0;
    }
}
