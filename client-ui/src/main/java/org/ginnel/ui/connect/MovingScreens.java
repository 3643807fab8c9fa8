// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.connect.ConnectScreen.Control;
import org.ginnel.ui.connect.ConnectScreen.Fact;
import org.ginnel.ui.connect.ConnectScreen.Look;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;

/// The screens of a tunnel that is on its way somewhere.
final class MovingScreens {
    static ScreenDraft connecting(TunnelView.Connecting connecting, Optional<Problem> refused) {
        var facts = new ArrayList<Fact>();
        connecting.server().ifPresent(server -> facts.add(server(Place.of(server))));
        attempt(connecting.attempt(), facts);
        return new ScreenDraft(
                        Look.WORKING, Message.of("connect.connecting"), phase(connecting.phase()), Control.CANCEL)
                .steps(step(connecting.phase()))
                .facts(facts)
                .problem(refused);
    }

    /// The tunnel is mended without the user, so the cause is told without a button.
    static ScreenDraft reconnecting(TunnelView.Reconnecting reconnecting, Optional<Problem> refused) {
        var facts = new ArrayList<Fact>();
        facts.add(server(Place.of(reconnecting.server())));
        attempt(reconnecting.attempt(), facts);
        var why = Problem.of(reconnecting.why());
        var told = new Problem(why.title(), why.why(), Message.of("connect.byItself"), Optional.empty());
        return new ScreenDraft(
                        Look.WORKING,
                        Message.of("connect.reconnecting"),
                        Message.of("connect.reconnectingDetail"),
                        Control.DISCONNECT)
                .facts(facts)
                .problem(Optional.of(refused.orElse(told)));
    }

    static ScreenDraft disconnecting() {
        return new ScreenDraft(
                Look.WORKING,
                Message.of("connect.disconnecting"),
                Message.of("connect.disconnectingDetail"),
                Control.NOTHING);
    }

    private static Message phase(TunnelView.Phase phase) {
        return switch (phase) {
            case CHOOSING -> Message.of("connect.choosing");
            case PROVISIONING -> Message.of("connect.provisioning");
            case SECURING -> Message.of("connect.securing");
            case HANDSHAKE -> Message.of("connect.handshake");
            case PROVING -> Message.of("connect.proving");
        };
    }

    private static int step(TunnelView.Phase phase) {
        return switch (phase) {
            case CHOOSING -> 1;
            case PROVISIONING -> 2;
            case SECURING -> 3;
            case HANDSHAKE -> 4;
            case PROVING -> 5;
        };
    }

    private static Fact server(Place place) {
        return new Fact("server", Message.of("connect.server"), place.message());
    }

    private static void attempt(int attempt, List<Fact> facts) {
        if (attempt > 1) {
            facts.add(new Fact("attempt", Message.of("connect.attempt"), Message.of("connect.attemptNumber", attempt)));
        }
    }

    private MovingScreens() {}
}
