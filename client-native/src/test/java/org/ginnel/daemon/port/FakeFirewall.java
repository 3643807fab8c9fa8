// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.tunnel.ErrorCause;

/// A packet filter that filters nothing and remembers the policy. Any thread.
public final class FakeFirewall implements Firewall {
    private final Journal journal;
    private final Faults faults = new Faults();
    private FirewallPolicy applied = new FirewallPolicy.Open();
    private FirewallPolicy comesUpWith = new FirewallPolicy.Open();
    private boolean stands = true;
    private List<Refused> refused = List.of();

    public FakeFirewall(Journal journal) {
        this.journal = journal;
    }

    @Override
    public synchronized Optional<ErrorCause> apply(FirewallPolicy policy) {
        journal.add("firewall.apply", policy);
        var refused = faults.on("apply");
        if (refused.isEmpty()) {
            applied = policy;
            stands = true;
        }
        return refused;
    }

    @Override
    public synchronized Optional<ErrorCause> comeUp(FirewallPolicy.Closed policy, boolean closed) {
        comesUpWith = closed ? policy : new FirewallPolicy.Open();
        return faults.on("comeUp");
    }

    /// What holds when the machine is switched on.
    public synchronized FirewallPolicy comesUpWith() {
        return comesUpWith;
    }

    @Override
    public synchronized List<Refused> refused() {
        return refused;
    }

    /// From now on so much was refused.
    public synchronized void refused(List<Refused> packets) {
        refused = List.copyOf(packets);
    }

    @Override
    public synchronized boolean stands() {
        return stands;
    }

    /// The policy that holds.
    public synchronized FirewallPolicy applied() {
        return applied;
    }

    /// Somebody else removes our rules.
    public synchronized void flush() {
        stands = applied instanceof FirewallPolicy.Open;
    }

    /// The next policy is refused.
    public void refuseNext(ErrorCause cause) {
        faults.once("apply", cause);
    }

    /// Every policy is refused until [#recover()].
    public void refuseAll(ErrorCause cause) {
        faults.always("apply", cause);
    }

    /// Refuses nothing any more.
    public void recover() {
        faults.none();
    }
}
