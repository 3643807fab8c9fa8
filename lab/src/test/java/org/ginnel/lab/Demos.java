// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import java.io.IOException;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.demo.Progress;
import org.ginnel.lab.operator.Operator;
import org.ginnel.lab.program.Programs;

/// The demo as most tests begin with it.
public final class Demos {
    private Demos() {}

    /// One of this checkout in which nobody has logged in yet.
    public static Demo start(LabPlan plan) throws IOException {
        return Demo.start(plan, Programs.ofThisCheckout(), Demo.SOCKET, Progress.SILENT);
    }

    /// One in which Alice has logged in with a key of the tier `pro`.
    public static Demo loggedIn() throws IOException {
        var demo = start(LabPlan.DEFAULT);
        demo.ginnel("login", demo.operator().key("alice", "pro"), "--api", Operator.API)
                .orThrow();
        return demo;
    }
}
