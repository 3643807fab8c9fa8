// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How old a device's key may get, and what happens then.
///
/// @param age when it is to be replaced
/// @param warning how long before that the device and the operator's programs are told
/// @param end after which age the key ends: gateways drop its peer, and the device stays; empty for never
public record KeyPolicy(Duration age, Duration warning, Optional<Duration> end) {
    /// 90 days, with a warning two weeks before; nothing ends.
    public static final KeyPolicy USUAL = new KeyPolicy(Duration.ofDays(90), Duration.ofDays(14), Optional.empty());

    public KeyPolicy {
        if (!age.isPositive() || warning.isNegative() || warning.compareTo(age) > 0) {
            throw new IllegalArgumentException("key_rotation: days is 1 or more, and warn_days 0 to days");
        }
        if (end.filter(last -> last.compareTo(age) < 0).isPresent()) {
            throw new IllegalArgumentException("key_rotation: ends_after_days is days or more");
        }
    }

    /// Until when a key is to be replaced.
    public Instant rotateBy(Instant created) {
        return created.plus(age);
    }

    /// From when on its owner is told.
    public Instant warnFrom(Instant created) {
        return rotateBy(created).minus(warning);
    }

    /// When a key ends; empty for never.
    public Optional<Instant> endOf(Instant created) {
        return end.map(created::plus);
    }
}
