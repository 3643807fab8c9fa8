// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.connect.ConnectScreen.Context;
import org.ginnel.ui.connect.ConnectScreen.Control;
import org.ginnel.ui.connect.ConnectScreen.Fact;
import org.ginnel.ui.connect.ConnectScreen.Look;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.problem.Remedy;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// The screens of a machine that lets nothing out, and of the pause from that.
final class ClosedScreens {
    static ScreenDraft locked(Context context, Optional<Problem> problem) {
        var offer = context.offer();
        return new ScreenDraft(
                        Look.LOCKED,
                        Message.of("connect.disconnected"),
                        Message.of("connect.lockedDetail"),
                        Control.CONNECT)
                .problem(problem)
                .detailsOfProblem(context.details())
                .destination(RestingScreens.destination(offer))
                .recents(problem.isPresent() ? List.of() : offer.recents())
                .aside(Aside.of(Message.of("settings.lockdown"), Aside.open()));
    }

    static ScreenDraft paused(TunnelView.Paused paused, Snapshot snapshot, Optional<Problem> refused, Context context) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("then", Message.of("connect.then"), then(paused, snapshot.settings())));
        facts.addAll(RestingScreens.exit(snapshot));
        return new ScreenDraft(
                        Look.PAUSED,
                        Message.of("connect.paused"),
                        Message.of("connect.disconnectedDetail"),
                        Control.RESUME)
                .countdown(Units.left(Duration.between(context.now(), paused.until())))
                .facts(facts)
                .problem(refused)
                .aside(
                        paused.then().isPresent()
                                ? Aside.of(Aside.disconnect(Message.of("connect.doDisconnect")))
                                : Aside.NONE);
    }

    static ScreenDraft blocked(
            TunnelView.Blocked blocked, Settings settings, Optional<Problem> refused, Context context) {
        var leaks = blocked.leaksPossible();
        var since = Units.timeOfDay(blocked.since(), context.now(), context.zone());
        return new ScreenDraft(
                        leaks ? Look.LEAKING : Look.CLOSED,
                        leaks ? Message.of("connect.leaking") : Message.of("connect.blocked"),
                        leaks ? Message.of("connect.leakingDetail", since) : Message.of("connect.blockedDetail", since),
                        Control.RETRY)
                .problem(Optional.of(withoutRetry(refused.orElseGet(() -> Problem.of(blocked.cause())))))
                .details(context.details())
                .aside(leaks ? Aside.of(disconnect(true)) : Aside.of(Aside.open(), disconnect(settings.lockdown())));
    }

    /// The big control tries again already.
    private static Problem withoutRetry(Problem problem) {
        var remedy = problem.remedy().filter(cure -> !(cure instanceof Remedy.Retry));
        return new Problem(problem.title(), problem.why(), problem.next(), remedy);
    }

    /// @param opensNothing whether nothing leaves afterwards either, or everything does already
    private static Aside.Choice disconnect(boolean opensNothing) {
        return opensNothing
                ? Aside.disconnect(Message.of("connect.doDisconnect"))
                : Aside.disconnect(Message.of("connect.doUnblock"), Message.of("connect.doUnblockWhole"));
    }

    private static Message then(TunnelView.Paused paused, Settings settings) {
        return paused.then()
                .map(server -> Message.of("connect.thenServer", Place.of(server).message()))
                .orElseGet(() ->
                        settings.lockdown() ? Message.of("connect.thenLockdown") : Message.of("connect.thenBlocked"));
    }

    private ClosedScreens() {}
}
