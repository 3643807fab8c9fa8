// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import java.util.Optional;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.tunnel.ErrorCause;

/// The one WireGuard device of the daemon. Called from one thread, except [#status()], which any may call.
public interface TunnelDevice {
    /// Makes the device, with its keys, its mark, its peer, its addresses and its link up. Removes first what
    /// stands under that name, also when an earlier process left it. No traffic but WireGuard's own moves by
    /// this.
    ///
    /// @param onLost called once, from any thread, when the device goes away without [#stop()]
    /// @return why it did not work; nothing is left then. Empty when it worked
    Optional<ErrorCause> start(DevicePlan plan, Runnable onLost);

    /// A start is likely soon: what takes time and changes nothing may begin now. Any thread; returns at once.
    default void expect() {}

    /// A start is due, unless nothing comes of it: what takes time may begin now, up to an interface that is down and
    /// has no keys, so that nothing can pass it. Returns at once. Does nothing while the device is there.
    ///
    /// @return whether there is something now that [#start(DevicePlan, Runnable)] or [#stop()] has to end
    default boolean begin() {
        expect();
        return false;
    }

    /// Makes WireGuard try its handshake now, where it would by itself wait 5 s (`REKEY_TIMEOUT`).
    ///
    /// @param plan as the device was started with; the endpoint may be another one
    Optional<ErrorCause> retryHandshake(DevicePlan plan);

    /// Tells WireGuard its endpoint again and leaves the session as it is. After a change of the network some
    /// engines send from the old address for ever (wireguard-go of 2022).
    Optional<ErrorCause> roam();

    /// What the device says of itself; empty when there is none or it does not answer within a second.
    Optional<DeviceStatus> status();

    /// How many packets of programs came out of the tunnel and went into it since the device was made, as the system
    /// counts them: some microseconds, where [#status()] asks WireGuard. Empty when there is no device.
    Optional<Passed> passed();

    /// Packets of programs.
    ///
    /// @param in that came out of the tunnel
    /// @param out that went into it
    record Passed(long in, long out) {}

    /// Removes the device and its engine. Nothing to do is success. Removes what an earlier process left, too.
    Optional<ErrorCause> stop();
}
