// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.tunnel.ErrorCause;

/// Routes that move nothing and remember the plan. Any thread.
public final class FakeRoutes implements Routes {
    /// How far the plan was carried out.
    public enum Extent {
        NOTHING,
        PREPARED,
        DIVERTED
    }

    private final Journal journal;
    private final Faults faults = new Faults();
    private final Set<Lane> prepared = EnumSet.noneOf(Lane.class);
    private Optional<Lane> led = Optional.empty();
    private boolean stands = true;

    public FakeRoutes(Journal journal) {
        this.journal = journal;
    }

    @Override
    public synchronized Optional<ErrorCause> prepare(RoutePlan plan) {
        return change("prepare", plan, () -> {
            if (prepared.add(plan.lane())) {
                led = led.filter(lane -> lane != plan.lane());
            }
        });
    }

    @Override
    public synchronized Optional<ErrorCause> divert(RoutePlan plan) {
        return change("divert", plan, () -> {
            prepared.add(plan.lane());
            led = Optional.of(plan.lane());
        });
    }

    @Override
    public synchronized Optional<ErrorCause> restore() {
        return change("restore", "", () -> {
            prepared.clear();
            led = Optional.empty();
        });
    }

    @Override
    public synchronized Optional<ErrorCause> release(Lane lane) {
        return change("release", lane, () -> {
            prepared.remove(lane);
            led = led.filter(other -> other != lane);
        });
    }

    private Optional<ErrorCause> change(String call, Object argument, Runnable change) {
        journal.add("routes." + call, argument);
        var refused = faults.on(call);
        if (refused.isEmpty()) {
            change.run();
            stands = true;
        }
        return refused;
    }

    @Override
    public synchronized boolean stand() {
        return stands && led.isPresent();
    }

    /// Where everybody's traffic is led.
    public synchronized Optional<Lane> led() {
        return led;
    }

    /// How far routes are changed now.
    public synchronized Extent extent() {
        if (led.isPresent()) {
            return Extent.DIVERTED;
        }
        return prepared.isEmpty() ? Extent.NOTHING : Extent.PREPARED;
    }

    /// Somebody else removes our rules.
    public synchronized void flush() {
        stands = false;
    }

    /// Every call of `prepare`, `divert` or `restore` is refused until [#recover()].
    public void refuse(String call, ErrorCause cause) {
        faults.always(call, cause);
    }

    /// Refuses nothing any more.
    public void recover() {
        faults.none();
    }
}
