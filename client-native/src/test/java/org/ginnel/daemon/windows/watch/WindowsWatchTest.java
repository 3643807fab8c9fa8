// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.SystemWatch.Change;
import org.ginnel.daemon.windows.Adapters;
import org.ginnel.daemon.windows.FixedAdapters;
import org.ginnel.daemon.windows.network.IpHelperModel;
import org.ginnel.daemon.windows.network.NetworkChange;
import org.junit.jupiter.api.Test;

class WindowsWatchTest {
    private final IpHelperModel helper = new IpHelperModel();
    private final Adapters adapters = FixedAdapters.all();
    private final PowerEvents power = new PowerEvents();
    private final List<Change> told = new ArrayList<>();

    @Test
    void start_tellsWhatAChangeMeans_untilItIsClosed() {
        var ours = FixedAdapters.number(Lane.FIRST);
        var running = new WindowsWatch(helper, adapters, power).start(told::add);

        helper.changed(new NetworkChange.OfRoute(ours, false));
        assertThat(told).containsExactly(Change.PROTECTION);
        helper.changed(new NetworkChange.OfRoute(IpHelperModel.WIFI, false));
        assertThat(told).hasSize(1);
        helper.changed(new NetworkChange.OfRoute(IpHelperModel.WIFI, true));
        helper.changed(new NetworkChange.OfAddress(IpHelperModel.WIFI));
        helper.changed(new NetworkChange.OfInterface(ours));
        power.happened();
        assertThat(told)
                .containsExactly(Change.PROTECTION, Change.NETWORK, Change.NETWORK, Change.PROTECTION, Change.CLOCK);

        running.close();
        helper.changed(new NetworkChange.Anything());
        power.happened();
        assertThat(told).hasSize(5);
    }

    @Test
    void whatWindowsDoesNotSay_mayBeAnything() {
        new WindowsWatch(helper, adapters, power).start(told::add);
        helper.changed(new NetworkChange.Anything());
        assertThat(told).containsExactlyInAnyOrder(Change.PROTECTION, Change.NETWORK);
    }
}
