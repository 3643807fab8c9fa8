// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.subject;

/// What not every client has, and a scenario may need.
public enum Ability {
    /// Puts right by itself what broke: an engine, a device, a way that is gone.
    RECOVERY("recovery by itself"),
    /// A program that watches over the tunnel and may be killed.
    DAEMON("a daemon"),
    /// A directory where the daemon keeps what it has to know after a crash.
    STATE("a directory with a state"),
    /// Notices when somebody else changes its firewall, and puts that right.
    MENDING("mending of what others change"),
    /// Can leave the local network reachable or not, as the user says.
    LAN_SWITCH("a switch for the local network"),
    /// Blocks also while disconnected.
    LOCKDOWN("lockdown"),
    /// Opens for a time, and closes by itself.
    PAUSE("pause"),
    /// Another version of it takes over from the one that runs.
    UPGRADE("an upgrade"),
    /// Puts back what it changed before it is removed from the machine.
    RELEASE("an uninstallation"),
    /// Picks a server itself, and another one when that does not answer.
    CHOICE("a choice of its own"),
    /// Knows several endpoints of a server, and tries another one when the first does not answer.
    ENDPOINTS("several endpoints of a server"),
    /// Changes its keys under a tunnel that stands.
    KEYS("keys that change");

    private final String inWords;

    Ability(String inWords) {
        this.inWords = inWords;
    }

    /// As in "needs lockdown".
    public String inWords() {
        return inWords;
    }
}
