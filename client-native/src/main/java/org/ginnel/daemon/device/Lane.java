// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.device;

import java.util.Arrays;
import java.util.Optional;

/// Where a tunnel runs. There are two, so that a new tunnel can be tried, and take over, while the old one stands.
public enum Lane {
    FIRST(0),
    SECOND(1);

    private final int number;

    Lane(int number) {
        this.number = number;
    }

    /// 0 or 1: tells tables, marks and ports of the two apart.
    public int number() {
        return number;
    }

    /// What its interface is called: at most 15 characters (`IFNAMSIZ`), and never made of a server's name.
    public String device() {
        return "ginnel" + number;
    }

    /// The lane whose interface is called so.
    public static Optional<Lane> ofDevice(String device) {
        return Arrays.stream(values())
                .filter(lane -> lane.device().equals(device))
                .findFirst();
    }

    /// The one beside it.
    public Lane other() {
        return switch (this) {
            case FIRST -> SECOND;
            case SECOND -> FIRST;
        };
    }
}
