// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Says of every class how long it took, as it ends: the labs take most of the time that `make test` takes. One thread.
final class Stopwatch implements TestExecutionListener {
    private final Map<TestIdentifier, Long> began = new HashMap<>();
    private final PrintStream out;

    Stopwatch(PrintStream out) {
        this.out = out;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        began.put(test, System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        var from = began.remove(test);
        if (from != null
                && test.getSource().filter(ClassSource.class::isInstance).isPresent()) {
            var seconds = (System.nanoTime() - from) / 1e9;
            out.println(String.format(Locale.ROOT, "lab: %s %.0f s", test.getLegacyReportingName(), seconds));
        }
    }
}
