// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.ArrayList;
import java.util.List;

/// What was asked of the fakes, in the order it was asked, across all of them. Any thread.
public final class Journal {
    /// One call of a port.
    ///
    /// @param call port and method, such as `firewall.apply`
    /// @param argument the policy or plan; empty for none
    public record Entry(String call, Object argument) {}

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(String call, Object argument) {
        entries.add(new Entry(call, argument));
    }

    /// All calls so far.
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// The names of all calls so far, such as `firewall.apply`, `device.start`.
    public synchronized List<String> calls() {
        return entries.stream().map(Entry::call).toList();
    }

    /// The arguments of type `type` that were passed so far.
    public synchronized <T> List<T> arguments(Class<T> type) {
        return entries.stream()
                .map(Entry::argument)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// Forgets what was so far.
    public synchronized void clear() {
        entries.clear();
    }
}
