// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.subject;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.lab.machine.Machine;

/// Whether, and how soon, tables of nftables come back that somebody else took away.
public final class Mending {
    /// Takes away each table, one after the other.
    public static final List<String> DELETION = List.of(
            "bash", "-c", "nft list tables | while read -r _ family name; do nft delete table $family $name; done");

    /// Takes everything away at once.
    public static final List<String> FLUSH = List.of("nft", "flush", "ruleset");

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Machine machine;

    public Mending(Machine machine) {
        this.machine = machine;
    }

    /// Does the harm, and tells after which time all tables were there again; empty when they were not within
    /// 2 seconds.
    public Optional<Duration> after(List<String> harm) {
        var whole = tables();
        machine.run(harm.toArray(String[]::new)).orThrow();
        var began = System.nanoTime();
        var passed = 0L;
        while (passed < PATIENCE.toNanos()) {
            if (tables().equals(whole)) {
                return Optional.of(Duration.ofNanos(System.nanoTime() - began));
            }
            passed = System.nanoTime() - began;
        }
        return Optional.empty();
    }

    private List<String> tables() {
        return machine.run("nft", "list", "tables")
                .orThrow()
                .out()
                .lines()
                .sorted()
                .toList();
    }
}
