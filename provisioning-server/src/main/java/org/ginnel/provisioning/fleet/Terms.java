// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.time.Duration;

/// An operator's limits.
///
/// @param maxDevices how many devices a user may have, unless tier or user say otherwise
/// @param peerLease how long a gateway keeps peers while it cannot reach the service
/// @param keys when devices' keys are to be replaced
/// @param usageDays for how many days it is kept how much each device sent and received; 0 for not at all
public record Terms(int maxDevices, Duration peerLease, KeyPolicy keys, int usageDays) {
    /// The most days of usage that are kept.
    public static final int MOST_USAGE_DAYS = 366;
    /// The most devices that a user may be allowed.
    public static final int MOST_DEVICES = 1000;
    /// Ten devices, a lease of a day, the usual key policy, 30 days of usage.
    public static final Terms USUAL = new Terms(10, Duration.ofDays(1), KeyPolicy.USUAL, 30);

    public Terms {
        checkDevices(maxDevices);
        if (peerLease.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("peer_lease_s is 60 or more");
        }
        if (usageDays < 0 || usageDays > MOST_USAGE_DAYS) {
            throw new IllegalArgumentException("usage_days is 0 to " + MOST_USAGE_DAYS);
        }
    }

    static void checkDevices(int number) {
        if (number < 1 || number > MOST_DEVICES) {
            throw new IllegalArgumentException("max_devices is 1 to " + MOST_DEVICES);
        }
    }
}
