// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// This device as an operator with `/api/v1` has it: one key for every server, perhaps the one that is to take
/// its place, and what is told of the one before it. Every step of a change is one value of this, so that a
/// crash between any two of them is gone on from. Prints without secrets.
///
/// @param id the operator's name for it; empty before it was made
/// @param inUse complete; empty before the first
/// @param next on its way to be complete
/// @param before the key before the one in use; tunnels may still run on it
public record Device(Optional<String> id, Optional<DeviceKey> inUse, Optional<DeviceKey> next, Optional<Past> before) {
    /// A key that was replaced.
    ///
    /// @param publicKey in base64
    /// @param made when it was
    /// @param until when the operator ends it
    public record Past(String publicKey, Instant made, Instant until) {
        /// When it was made, unless the user wanted it replaced.
        public Optional<Instant> knownMade() {
            return DeviceKey.known(made);
        }
    }

    /// Before the operator knows of it.
    public static Device none() {
        return new Device(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Whether the operator ever made it: then there is `/api/v1`, whatever its API says now.
    public boolean isKnown() {
        return id.isPresent();
    }

    /// The same, whose key is to be replaced as soon as that can be.
    Device wornOut() {
        return new Device(id, inUse.map(DeviceKey::wornOut), next, before);
    }

    /// The same with a key that is to be the next; one that is on its way already stays.
    public Device beginning(DeviceKey fresh) {
        return new Device(id, inUse, next.or(() -> Optional.of(fresh)), before);
    }

    /// The next key has these addresses, as the device of that id.
    ///
    /// @param rotateBy when the operator wants it replaced, where it says so
    public Device enrolled(String itsId, List<String> addresses, Optional<Instant> rotateBy) {
        return new Device(Optional.of(itsId), inUse, next.map(key -> key.with(addresses, rotateBy)), before);
    }

    /// The operator does not know the next key any more.
    public Device notEnrolled() {
        return new Device(id, inUse, next.map(key -> key.with(List.of(), Optional.empty())), before);
    }

    /// The next key is given up, so that another begins in its place.
    public Device withoutNext() {
        return new Device(id, inUse, Optional.empty(), before);
    }

    /// That key, if it is still in use, is not expected by these servers, says the operator.
    public Device pendingOn(DeviceKey key, List<String> servers) {
        var now = inUse.map(held -> held.privateKey().equals(key.privateKey()) ? held.pendingOn(servers) : held);
        return new Device(id, now, next, before);
    }

    /// The next key is complete with this pre-shared key, and takes the place of the one in use.
    ///
    /// @param pending ids of servers that do not expect it yet
    /// @param until when the operator ends the one that was in use
    public Device promoted(String presharedKey, List<String> pending, Instant until) {
        return new Device(
                id,
                next.map(key -> key.with(presharedKey, pending)),
                Optional.empty(),
                inUse.map(old -> new Past(old.publicKey().base64(), old.made(), until))
                        .or(() -> before));
    }
}
