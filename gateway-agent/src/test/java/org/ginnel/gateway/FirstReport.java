// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ginnel.gateway.link.LinkException;
import org.ginnel.gateway.link.Provisioning;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.Desired;
import org.ginnel.peering.UseReport;

/// A link that shows when the first report was taken.
final class FirstReport implements Provisioning {
    private final Provisioning link;
    private final CountDownLatch taken = new CountDownLatch(1);

    FirstReport(Provisioning link) {
        this.link = link;
    }

    @Override
    public Desired poll(Optional<Long> after) throws LinkException {
        return link.poll(after);
    }

    @Override
    public void report(AppliedReport report) throws LinkException {
        link.report(report);
        taken.countDown();
    }

    @Override
    public void tell(UseReport report) throws LinkException {
        link.tell(report);
    }

    void awaitReport() {
        try {
            if (!taken.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the agent did not report");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
