// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import java.io.IOException;

/// A lab in a process of its own, for [EnterLabTest].
public final class HeldLab {
    /// Starts a lab, says which address the target sees, and says it again for every line of standard input.
    public static void main(String... arguments) throws IOException {
        try (var lab = Lab.start(LabPlan.DEFAULT)) {
            do {
                System.out.println("seen " + lab.client().exitSeenBy(Family.IPV4));
            } while (System.in.read() >= 0);
        }
    }

    private HeldLab() {}
}
