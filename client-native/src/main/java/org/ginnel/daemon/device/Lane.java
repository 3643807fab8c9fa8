// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where a tunnel runs. There are several, so that a new tunnel can be tried, and take over, while the old one stands
/// and what began in those before goes on there.
public enum Lane {
    FIRST(0),
    SECOND(1),
    THIRD(2),
    FOURTH(3);

    private final int number;

    Lane(int number) {
        this.number = number;
    }

    /// 0 to 3: tells tables, marks and ports of the lanes apart.
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

    /// All but this one, the next in turn first.
    public List<Lane> others() {
        var all = values();
        return IntStream.range(1, all.length)
                .mapToObj(step -> all[(number + step) % all.length])
                .toList();
    }
}
