// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.connect.ConnectScreen.Context;
import org.ginnel.ui.connect.ConnectScreen.Control;
import org.ginnel.ui.connect.ConnectScreen.Fact;
import org.ginnel.ui.connect.ConnectScreen.Look;
import org.ginnel.ui.connect.ConnectScreen.Offer;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// The screens of a tunnel that stays as it is until somebody or something changes it.
final class RestingScreens {
    static ScreenDraft disconnected(Snapshot snapshot, Context context, Optional<Problem> problem) {
        var offer = context.offer();
        return new ScreenDraft(
                        Look.OPEN,
                        Message.of("connect.disconnected"),
                        Message.of("connect.disconnectedDetail"),
                        Control.CONNECT)
                .facts(exit(snapshot))
                .problem(problem)
                .detailsOfProblem(context.details())
                .destination(destination(offer))
                .recents(problem.isPresent() ? List.of() : offer.recents());
    }

    static ScreenDraft connected(
            TunnelView.Connected connected, Snapshot snapshot, Optional<Problem> refused, Context context) {
        var facts = new ArrayList<Fact>();
        var time = Units.elapsed(Duration.between(connected.since(), context.now()));
        facts.add(new Fact("time", Message.of("connect.time"), time));
        connected.next().map(RestingScreens::next).ifPresent(facts::add);
        facts.addAll(exit(snapshot));
        snapshot.key().filter(TunnelKey::postQuantum).map(_ -> postQuantum()).ifPresent(facts::add);
        var place = Place.of(connected.server());
        return new ScreenDraft(Look.SAFE, Message.of("connect.connected"), place.message(), Control.DISCONNECT)
                .country(place.country())
                .flow(context.rates()
                        .map(rates -> Flow.of(snapshot.traffic(), rates))
                        .orElseGet(Flow::unknown))
                .facts(facts)
                .proof(context.rates()
                        .map(_ -> proof(connected.proof(), context.now()))
                        .orElseGet(() -> Message.of("connect.proofUnknown", Units.unknown())))
                .why(Why.of(
                        connected.reason(), connected.server(), context.offer().others(), context.whyOpen()))
                .problem(refused)
                .aside(Aside.pauses());
    }

    /// Until another tunnel is proven this one carries everything, so the switch is told beside it.
    private static Fact next(TunnelView.Next next) {
        return new Fact(
                "next",
                Message.of("connect.next"),
                next.server().map(Place::of).map(Place::message).orElseGet(() -> Message.of("connect.choosing")));
    }

    private static Fact postQuantum() {
        return new Fact("key", Message.of("connect.encryption"), Message.of("connect.postQuantum"));
    }

    static Message destination(Offer offer) {
        return offer.fastest()
                .map(near -> Message.of("connect.fastestNow", near.place().city(), Units.latency(near.roundTrip())))
                .orElseGet(() -> Message.of("connect.fastestUnknown"));
    }

    static List<Fact> exit(Snapshot snapshot) {
        var label = Message.of("connect.exit");
        return snapshot.exitAddress()
                .map(address -> List.of(new Fact("exit", label, Message.of("connect.exitAddress", address))))
                .orElseGet(() -> List.of(new Fact("exit", label, Message.of("connect.exitUnknown"))));
    }

    private static Message proof(Proof proof, Instant now) {
        return Message.of("connect.proof", Units.latency(proof.roundTrip()), Units.ago(proof.at(), now));
    }

    private RestingScreens() {}
}
