// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.connect.ConnectScreen.Control;
import org.ginnel.ui.connect.ConnectScreen.Fact;
import org.ginnel.ui.connect.ConnectScreen.Look;
import org.ginnel.ui.connect.ConnectScreen.Offer;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// The screens of a tunnel that stays as it is until somebody or something changes it.
final class RestingScreens {
    static ScreenDraft disconnected(Snapshot snapshot, Offer offer, Optional<Problem> problem) {
        return new ScreenDraft(
                        Look.OPEN,
                        Message.of("connect.disconnected"),
                        Message.of("connect.disconnectedDetail"),
                        Control.CONNECT)
                .facts(exit(snapshot))
                .problem(problem)
                .destination(destination(offer))
                .recents(problem.isPresent() ? List.of() : offer.recents());
    }

    static ScreenDraft connected(
            TunnelView.Connected connected, Snapshot snapshot, Optional<Problem> refused, Instant now) {
        var facts = new ArrayList<>(exit(snapshot));
        var time = Units.elapsed(Duration.between(connected.since(), now));
        facts.add(new Fact("time", Message.of("connect.time"), time));
        snapshot.traffic().ifPresent(traffic -> {
            facts.add(new Fact("received", Message.of("connect.received"), Units.bytes(traffic.rxBytes())));
            facts.add(new Fact("sent", Message.of("connect.sent"), Units.bytes(traffic.txBytes())));
        });
        return new ScreenDraft(
                        Look.SAFE,
                        Message.of("connect.connected"),
                        Place.of(connected.server()).message(),
                        Control.DISCONNECT)
                .facts(facts)
                .proof(proof(connected.proof(), now))
                .reason(reason(connected.reason()))
                .problem(refused)
                .aside(Aside.pauses());
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

    private static Message reason(Reason reason) {
        return switch (reason) {
            case Reason.ChosenByUser() -> Message.of("connect.reasonChosen");
            case Reason.Fastest(var roundTrip, var _, var of)
            when of == 1 -> Message.of("connect.reasonOnly", Units.latency(roundTrip));
            case Reason.Fastest(var roundTrip, var measured, var of)
            when measured == of -> Message.of("connect.reasonFastestOfAll", Units.latency(roundTrip), of);
            case Reason.Fastest(var roundTrip, var measured, var of)
            when measured == 1 -> Message.of("connect.reasonFirstAnswer", Units.latency(roundTrip), of);
            case Reason.Fastest(var roundTrip, var measured, var of) ->
                Message.of("connect.reasonFastest", Units.latency(roundTrip), measured, of);
            case Reason.FirstOfList(var of) -> Message.of("connect.reasonFirst", of);
        };
    }

    private RestingScreens() {}
}
