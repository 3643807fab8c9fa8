// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// Runs the tests that need a network of their own; `src/test/bin/lab-tests` starts it there. Says of what passes only
/// how
/// long each class took.
public final class LabTests {
    /// Ends the process with 0 when there were tests and all passed.
    ///
    /// @param arguments the directory with the tests' classes, and what their names fit
    public static void main(String... arguments) {
        System.exit(run(Path.of(arguments[0]), arguments[1], System.out));
    }

    private static int run(Path classes, String names, PrintStream out) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(classes)))
                .filters(includeClassNamePatterns(names))
                .build();
        var counter = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, new TestExecutionListener[] {counter, new Stopwatch(out)});
        var summary = counter.getSummary();
        for (var failure : summary.getFailures()) {
            out.println("FAILED " + failure.getTestIdentifier().getLegacyReportingName() + " "
                    + failure.getTestIdentifier().getDisplayName());
            failure.getException().printStackTrace(out);
        }
        out.printf("lab: %d passed, %d failed%n", summary.getTestsSucceededCount(), summary.getTotalFailureCount());
        return summary.getTotalFailureCount() == 0 && summary.getTestsSucceededCount() > 0 ? 0 : 1;
    }

    private LabTests() {}
}
