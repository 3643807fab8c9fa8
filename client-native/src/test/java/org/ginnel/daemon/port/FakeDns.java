// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.Optional;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.tunnel.ErrorCause;

/// Resolver settings that are only remembered. Any thread.
public final class FakeDns implements Dns {
    private final Journal journal;
    private final Faults faults = new Faults();
    private Optional<DnsPlan> used = Optional.empty();
    private boolean stands = true;

    public FakeDns(Journal journal) {
        this.journal = journal;
    }

    @Override
    public synchronized Optional<ErrorCause> use(DnsPlan plan) {
        journal.add("dns.use", plan);
        var refused = faults.on("use");
        if (refused.isEmpty()) {
            used = Optional.of(plan);
            stands = true;
        }
        return refused;
    }

    @Override
    public synchronized Optional<ErrorCause> restore() {
        journal.add("dns.restore", "");
        var refused = faults.on("restore");
        if (refused.isEmpty()) {
            used = Optional.empty();
            stands = true;
        }
        return refused;
    }

    @Override
    public synchronized boolean stands() {
        return stands;
    }

    /// Another program sets other resolvers.
    public synchronized void overwrite() {
        stands = used.isEmpty();
    }

    @Override
    public String method() {
        return "fake";
    }

    /// The plan in use; empty when the system's own settings stand.
    public synchronized Optional<DnsPlan> used() {
        return used;
    }

    /// Every call of `use` or `restore` is refused until [#recover()].
    public void refuse(String call, ErrorCause cause) {
        faults.always(call, cause);
    }

    /// Refuses nothing any more.
    public void recover() {
        faults.none();
    }
}
