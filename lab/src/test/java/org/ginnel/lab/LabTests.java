// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// Runs the tests that need a network of their own; `src/test/bin/lab-tests` starts it there, several at once. Each
/// class
/// is run by whichever claims it first. Says of what passes only how long each class took.
public final class LabTests {
    /// Classes that take longer than half a minute begin first, so that none is left over at the end.
    public static final String LONG = "long";

    /// Classes that count milliseconds or packets of a stream run by themselves, after the others: on a processor that
    /// has no time for it the lab itself loses packets.
    public static final String ALONE = "alone";

    /// Ends the process with 0 when all tests that it claimed passed.
    ///
    /// @param arguments the directory with the tests' classes, what their names fit, where claims are kept, and
    ///     which of them: `alone` or `together`
    public static void main(String... arguments) throws IOException {
        System.exit(run(Path.of(arguments[0]), arguments[1], Path.of(arguments[2]), arguments[3].equals(ALONE)));
    }

    private static int run(Path directory, String names, Path claims, boolean alone) throws IOException {
        var out = System.out;
        var launcher = LauncherFactory.create();
        var passed = 0L;
        var failed = 0L;
        for (var name : classes(launcher, directory, names, alone)) {
            if (claimed(claims.resolve(name))) {
                var counter = new SummaryGeneratingListener();
                var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(name));
                launcher.execute(request.build(), counter, new Stopwatch(out));
                passed += counter.getSummary().getTestsSucceededCount();
                failed += told(counter, out);
            }
        }
        out.printf("lab: %d passed, %d failed%n", passed, failed);
        return failed == 0 ? 0 : 1;
    }

    private static List<String> classes(Launcher launcher, Path directory, String names, boolean alone) {
        var plan = launcher.discover(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(directory)))
                .filters(includeClassNamePatterns(names))
                .build());
        return plan.getRoots().stream()
                .flatMap(engine -> plan.getChildren(engine).stream())
                .filter(test -> isTagged(test, ALONE) == alone)
                .sorted(Comparator.comparing(test -> !isTagged(test, LONG)))
                .map(LabTests::className)
                .toList();
    }

    private static boolean isTagged(TestIdentifier test, String tag) {
        return test.getTags().contains(TestTag.create(tag));
    }

    private static String className(TestIdentifier test) {
        return test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getClassName())
                .orElseThrow(() -> new IllegalStateException("no class: " + test.getUniqueId()));
    }

    private static boolean claimed(Path claim) throws IOException {
        try {
            Files.createFile(claim);
            return true;
        } catch (FileAlreadyExistsException other) {
            return false;
        }
    }

    private static long told(SummaryGeneratingListener counter, PrintStream out) {
        for (var failure : counter.getSummary().getFailures()) {
            out.println("FAILED " + failure.getTestIdentifier().getLegacyReportingName() + " "
                    + failure.getTestIdentifier().getDisplayName());
            failure.getException().printStackTrace(out);
        }
        return counter.getSummary().getTotalFailureCount();
    }

    private LabTests() {}
}
