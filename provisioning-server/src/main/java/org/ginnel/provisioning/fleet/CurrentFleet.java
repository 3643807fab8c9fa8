// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.util.function.Supplier;

/// The fleet that is in force now. Whoever answers a call asks once and goes by that. Safe for any number of
/// threads.
public final class CurrentFleet implements Supplier<Fleet> {
    private volatile Fleet fleet;

    /// @param first in force until another one is
    public CurrentFleet(Fleet first) {
        this.fleet = first;
    }

    @Override
    public Fleet get() {
        return fleet;
    }

    /// Has another one be in force from now on.
    public void set(Fleet next) {
        fleet = next;
    }
}
