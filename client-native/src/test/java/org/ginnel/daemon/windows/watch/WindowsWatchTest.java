// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    private final List<Runnable> ruleListeners = new ArrayList<>();
    private final List<Runnable> filterListeners = new ArrayList<>();
    private final WindowsWatch.Telling rules = into(ruleListeners);
    private final WindowsWatch.Telling filters = into(filterListeners);

    private static WindowsWatch.Telling into(List<Runnable> listeners) {
        return changed -> {
            listeners.add(changed);
            return listeners::clear;
        };
    }

    private static WindowsWatch.Telling silent() {
        return _ -> {
            throw new IOException("error 2 of Windows");
        };
    }

    @Test
    void start_tellsWhatAChangeMeans_untilItIsClosed() {
        var ours = FixedAdapters.number(Lane.FIRST);
        var running = new WindowsWatch(helper, adapters, power, filters, rules).start(told::add);

        helper.changed(new NetworkChange.OfRoute(ours, false));
        assertThat(told).containsExactly(Change.PROTECTION);
        helper.changed(new NetworkChange.OfRoute(IpHelperModel.WIFI, false));
        assertThat(told).hasSize(1);
        helper.changed(new NetworkChange.OfRoute(IpHelperModel.WIFI, true));
        helper.changed(new NetworkChange.OfAddress(IpHelperModel.WIFI));
        helper.changed(new NetworkChange.OfInterface(ours));
        power.happened();
        ruleListeners.getFirst().run();
        filterListeners.getFirst().run();
        assertThat(told)
                .containsExactly(
                        Change.PROTECTION,
                        Change.NETWORK,
                        Change.NETWORK,
                        Change.PROTECTION,
                        Change.CLOCK,
                        Change.PROTECTION,
                        Change.PROTECTION);

        running.close();
        helper.changed(new NetworkChange.Anything());
        power.happened();
        assertThat(told).hasSize(7);
        assertThat(ruleListeners).isEmpty();
        assertThat(filterListeners).isEmpty();
    }

    @Test
    void whatWindowsDoesNotSay_mayBeAnything() {
        new WindowsWatch(helper, adapters, power, filters, rules).start(told::add);
        helper.changed(new NetworkChange.Anything());
        assertThat(told).containsExactlyInAnyOrder(Change.PROTECTION, Change.NETWORK);
    }

    @Test
    void whatNobodyTells_keepsNobodyFromTellingTheRest() {
        var running = new WindowsWatch(helper, adapters, power, silent(), rules).start(told::add);
        ruleListeners.getFirst().run();
        assertThat(told).containsExactly(Change.PROTECTION);
        running.close();
        running = new WindowsWatch(helper, adapters, power, filters, silent()).start(told::add);
        filterListeners.getFirst().run();
        power.happened();
        assertThat(told).containsExactly(Change.PROTECTION, Change.PROTECTION, Change.CLOCK);
        running.close();
    }
}
