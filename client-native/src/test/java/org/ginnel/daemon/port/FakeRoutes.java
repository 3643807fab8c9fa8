// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.Optional;
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
    private Extent extent = Extent.NOTHING;
    private boolean stands = true;

    public FakeRoutes(Journal journal) {
        this.journal = journal;
    }

    @Override
    public synchronized Optional<ErrorCause> prepare(RoutePlan plan) {
        return change("prepare", plan, Extent.PREPARED);
    }

    @Override
    public synchronized Optional<ErrorCause> divert(RoutePlan plan) {
        return change("divert", plan, Extent.DIVERTED);
    }

    @Override
    public synchronized Optional<ErrorCause> restore() {
        return change("restore", "", Extent.NOTHING);
    }

    private Optional<ErrorCause> change(String call, Object argument, Extent to) {
        journal.add("routes." + call, argument);
        var refused = faults.on(call);
        if (refused.isEmpty()) {
            extent = to;
            stands = true;
        }
        return refused;
    }

    @Override
    public synchronized boolean stand() {
        return stands && extent == Extent.DIVERTED;
    }

    /// How far routes are changed now.
    public synchronized Extent extent() {
        return extent;
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
