// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.dns;

/// The ways in which a Linux system is told whom to ask for names.
enum DnsMethod {
    /// Over D-Bus, for one interface; forgotten by itself when the interface goes.
    RESOLVED("systemd-resolved"),
    /// By a program that merges what several interfaces want.
    RESOLVCONF("resolvconf"),
    /// `/etc/resolv.conf` itself.
    FILE("resolv.conf");

    private final String word;

    DnsMethod(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /// The method for a machine as it was found: the one that programs there listen to.
    static DnsMethod choose(Findings found) {
        if (found.hasResolvectl() && found.resolvConf().lines().anyMatch("nameserver 127.0.0.53"::equals)) {
            return RESOLVED;
        }
        var writtenByResolvconf = found.target().contains("resolvconf")
                || found.resolvConf().lines().limit(5).anyMatch(line -> line.contains("by resolvconf"));
        return found.hasResolvconf() && writtenByResolvconf ? RESOLVCONF : FILE;
    }

    /// What there is on a machine.
    ///
    /// @param target where `/etc/resolv.conf` points; empty when it is no symbolic link
    /// @param resolvConf what it says; empty when it is not there
    record Findings(boolean hasResolvectl, boolean hasResolvconf, String target, String resolvConf) {}
}
