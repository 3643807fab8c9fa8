// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.engine;

import java.util.Optional;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.tunnel.ErrorCause;

/// What runs WireGuard's protocol behind an interface.
public interface Engine {
    /// Makes the interface, down and without keys. No interface of that name exists.
    ///
    /// @param loss told when the interface goes away
    /// @return `EngineMissing` when this machine lacks this engine
    Optional<ErrorCause> create(String name, Loss loss);

    /// [#create(String, Loss)] is likely soon.
    default void expect() {}

    /// Begins what [#create(String, Loss)] ends, where that takes time. No interface of that name exists. Returns at
    /// once.
    ///
    /// @return whether it began; if so, only this engine may make the interface, and [#release(String)] undoes it
    default boolean begin(String name) {
        return false;
    }

    /// Gives the interface its mark, its key and its peer; again, it forgets what it knew of the peer.
    Optional<ErrorCause> configure(DevicePlan plan);

    /// Tells the interface its peer's endpoint again; the session stays.
    Optional<ErrorCause> roam(DevicePlan plan);

    /// What the interface says; empty when there is none. Any thread.
    Optional<DeviceStatus> status(String name);

    /// Ends what runs beside the interface, also when an earlier process left it; within three seconds.
    void release(String name);
}
