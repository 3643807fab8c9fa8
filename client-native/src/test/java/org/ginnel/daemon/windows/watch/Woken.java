// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.watch;

/// Listens to [PowerEvents] from outside of their package.
public final class Woken {
    private Woken() {}

    public static void by(PowerEvents power, Runnable listener) {
        power.listen(listener);
    }
}
