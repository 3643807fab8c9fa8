// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import java.io.IOException;
import org.ginnel.daemon.port.SystemWatch.Running;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.daemon.windows.firewall.FilterEngine.Calls;
import org.ginnel.daemon.windows.firewall.FilterEngine.Opened;

/// Tells that filters of ours came or went, as the filtering engine tells it; what we do ourselves is told, too, as
/// each
/// change has a session of its own. Not told: that the engine's service ends. Never run on Windows so far.
public final class FilterWatch {
    private FilterWatch() {}

    /// Begins to tell, on this machine.
    ///
    /// @param changed called on any thread, often, and to return at once
    /// @throws IOException when nobody tells
    public static Running start(Runnable changed) throws IOException {
        return start(new NativeFilterEngine(), changed);
    }

    static Running start(FilterEngine engine, Runnable changed) throws IOException {
        return switch (engine.open()) {
            case Opened.Refused(var code) -> throw refused("FwpmEngineOpen0", code);
            case Opened.Session(var calls) -> subscribed(calls, changed);
        };
    }

    private static Running subscribed(Calls calls, Runnable changed) throws IOException {
        for (var layer : Layer.values()) {
            var code = calls.subscribe(layer, changed);
            if (code != WindowsCalls.SUCCESS) {
                calls.close();
                throw refused("FwpmFilterSubscribeChanges0", code);
            }
        }
        return calls::close;
    }

    private static IOException refused(String function, int code) {
        return new IOException("%s: error 0x%08x of Windows".formatted(function, code));
    }
}
