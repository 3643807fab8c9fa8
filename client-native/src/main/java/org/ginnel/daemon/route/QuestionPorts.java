// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.route;

import org.ginnel.daemon.device.Lane;

/// The UDP source ports of questions that are to go into one lane's tunnel and no other, even where both have the same
/// address. Below the ports that systems give away by themselves.
///
/// @param first of them
/// @param last of them, included
public record QuestionPorts(int first, int last) {
    /// `gp` in ASCII.
    private static final int START = 0x6770;

    private static final int EACH = 16;

    /// Those of a lane.
    public static QuestionPorts of(Lane lane) {
        var first = START + lane.number() * EACH;
        return new QuestionPorts(first, first + EACH - 1);
    }
}
