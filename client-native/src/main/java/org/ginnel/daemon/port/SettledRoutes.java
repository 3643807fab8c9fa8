// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.tunnel.ErrorCause;

/// Routes of systems that have one table for everybody: what plans ask for is compared with what is there,
/// and the difference is made.
public abstract class SettledRoutes implements Routes {
    private final Map<Lane, RoutePlan> prepared = new EnumMap<>(Lane.class);
    private Optional<Lane> led = Optional.empty();

    /// Makes the table what the plans ask for, and removes what else there is of ours.
    ///
    /// @param prepared plans by their lanes
    /// @param led where everybody's traffic goes
    protected abstract Optional<ErrorCause> settle(Map<Lane, RoutePlan> prepared, Optional<Lane> led);

    /// Whether exactly what the plans ask for is there of ours; false also when that cannot be read.
    protected abstract boolean isSettled(Map<Lane, RoutePlan> prepared, Lane led);

    @Override
    public final Optional<ErrorCause> prepare(RoutePlan plan) {
        if (!plan.equals(prepared.get(plan.lane()))) {
            forget(plan.lane());
        }
        prepared.put(plan.lane(), plan);
        return settle(prepared, led);
    }

    @Override
    public final Optional<ErrorCause> divert(RoutePlan plan) {
        prepared.put(plan.lane(), plan);
        led = Optional.of(plan.lane());
        return settle(prepared, led);
    }

    @Override
    public final Optional<ErrorCause> release(Lane lane) {
        forget(lane);
        return settle(prepared, led);
    }

    @Override
    public final Optional<ErrorCause> restore() {
        prepared.clear();
        led = Optional.empty();
        return settle(prepared, led);
    }

    private void forget(Lane lane) {
        prepared.remove(lane);
        led = led.filter(other -> other != lane);
    }

    @Override
    public final boolean stand() {
        return led.filter(lane -> isSettled(prepared, lane)).isPresent();
    }
}
