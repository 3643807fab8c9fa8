// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.Reason;
import org.ginnel.ui.connect.ConnectScreen.Near;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// Why the tunnel ends where it does.
///
/// @param summary in one sentence, with its number
/// @param reasons all there is to say for it, each with its number; none when the summary is all
/// @param open whether the reasons are looked at
public record Why(Message summary, List<Message> reasons, boolean open) {
    public Why {
        reasons = List.copyOf(reasons);
    }

    /// @param others the nearest of the other servers, the nearest first
    static Why of(Reason reason, Server server, List<Near> others, boolean open) {
        var reasons = new ArrayList<Message>();
        unheard(reason).ifPresent(reasons::add);
        for (var other : others) {
            reasons.add(Message.of("connect.whyOther", other.place().message(), Units.latency(other.roundTrip())));
        }
        server.load().ifPresent(load -> reasons.add(Message.of("connect.whyLoad", Math.round(load * 100))));
        return new Why(summary(reason), reasons, open);
    }

    /// Those that nothing was heard of, where it is not all but one.
    private static Optional<Message> unheard(Reason reason) {
        return switch (reason) {
            case Reason.Fastest(var _, var measured, var of)
            when measured < of && measured > 1 -> Optional.of(Message.of("connect.whySilent", of - measured, of));
            case Reason.Preferred(var _, var _, var _, var measured, var of)
            when measured < of -> Optional.of(Message.of("connect.whySilent", of - measured, of));
            case Reason.Fastest _, Reason.Preferred _, Reason.Instead _, Reason.ChosenByUser _, Reason.FirstOfList _ ->
                Optional.empty();
        };
    }

    private static Message summary(Reason reason) {
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
            case Reason.Instead(var of) -> Message.of("connect.reasonInstead", of);
            case Reason.Preferred(var roundTrip, var shortest, var merit, var _, var _) ->
                preferred(merit, Units.latency(roundTrip), Units.latency(shortest));
            case Reason.FirstOfList(var of) -> Message.of("connect.reasonFirst", of);
        };
    }

    private static Message preferred(Reason.Merit merit, Message roundTrip, Message shortest) {
        return switch (merit) {
            case AS_BEFORE -> Message.of("connect.reasonAsBefore", roundTrip, shortest);
            case LESS_BUSY -> Message.of("connect.reasonLessBusy", roundTrip, shortest);
            case LOSES_LESS -> Message.of("connect.reasonLosesLess", roundTrip, shortest);
            case OPERATORS_WEIGHT -> Message.of("connect.reasonWeight", roundTrip, shortest);
        };
    }
}
