// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.ui.frame.Ways;

/// Writes down where the user was sent.
public final class TestWays implements Ways {
    /// What happened, in order.
    public final List<String> taken = new ArrayList<>();

    @Override
    public void toConnect() {
        taken.add("connect");
    }

    @Override
    public void toLocations() {
        taken.add("locations");
    }

    @Override
    public void copy(String text) {
        taken.add("copy " + text);
    }
}
