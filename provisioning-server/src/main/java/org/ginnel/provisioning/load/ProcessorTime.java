// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.load;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// What was used of the processors: on a machine that others share it says more than the clock.
public final class ProcessorTime {
    private ProcessorTime() {}

    /// By all threads of this process since it began; zero where the system does not tell.
    public static Duration ofThisProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Duration.ofNanos(Math.max(0, system.getProcessCpuTime()))
                : Duration.ZERO;
    }
}
