// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;

/// Two tunnels side by side, one of which will go: what becomes of them, whatever the other was tried for.
///
/// @param from what carries everybody's traffic
/// @param to what is tried
record Beside(Connected from, Link to) {
    /// What is tried goes, and then `more` is done.
    List<Effect> dropped(World world, Effect... more) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.CancelWork());
        effects.addAll(from.leave(to.lane(), world));
        effects.addAll(List.of(more));
        return effects;
    }

    /// What stands goes on alone.
    Step goOn(World world, Effect... more) {
        List<Effect> effects = dropped(world, new Effect.Divert(from.link()));
        effects.addAll(List.of(more));
        return from.without(to.lane()).goOn(Pulse.ASKED, effects.toArray(Effect[]::new));
    }

    /// The user wants another server than the one that is tried.
    Step connect(Target target, World world) {
        if (target instanceof Target.Chosen(var id)
                && id.equals(from.link().server().id())) {
            return goOn(world, new Effect.Answer(Optional.empty()));
        }
        return new Step(
                new Preparing(target, new Standing.Held(from.without(to.lane())), Optional.empty()),
                dropped(world, new Effect.Provision(target, Optional.empty())));
    }

    /// What stood is gone, and everybody waits for what is tried.
    Step withoutTheOld(ErrorCause why, boolean handshake, World world) {
        return Connecting.takeOver(to, rest(), why, handshake, 0, world);
    }

    /// What stood is gone before the other could be begun.
    Step afresh(ErrorCause why, World world) {
        return Connecting.enter(to, Optional.of(why), 0, world).and(rest().toArray(Effect[]::new));
    }

    /// All but what is tried is stopped.
    private List<Effect> rest() {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.StopDevice(from.link().lane()));
        effects.addAll(from.without(to.lane()).stopLeft());
        return effects;
    }

    /// What is tried, in its next attempt: without a handshake at another of its server's places.
    Link further(boolean handshake) {
        return handshake ? to : to.elsewhere();
    }

    /// [#further(boolean)] is asked.
    ///
    /// @param handshake whether its handshake has been seen
    /// @param attempt the one that ended
    List<Effect> tryFurther(boolean handshake, int attempt, World world) {
        var next = further(handshake);
        List<Effect> effects = new ArrayList<>();
        if (!next.endpoint().equals(to.endpoint())) {
            effects.add(Policies.trying(from, next, world));
        }
        if (!handshake) {
            effects.add(new Effect.RetryHandshake(next));
        }
        effects.add(new Effect.ProveBeside(next, Connecting.window(next, attempt + 1)));
        return effects;
    }
}
