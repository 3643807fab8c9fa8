// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.control.Finding;
import org.ginnel.control.Finding.Verdict;

/// What the doctor found, for people.
public final class DoctorText {
    private static final int CHECK_COLUMNS = 24;

    private DoctorText() {}

    /// A line for each finding, its advice below it, and a summary.
    public static List<Line> of(List<Finding> findings) {
        var widest = findings.stream()
                .mapToInt(f -> f.check().length())
                .filter(n -> n <= CHECK_COLUMNS)
                .max()
                .orElse(0);
        var lines = new ArrayList<Line>();
        for (var finding : findings) {
            var check = Printable.fit(finding.check(), CHECK_COLUMNS);
            lines.add(verdict(finding.verdict())
                    .plus(Tone.STRONG, check + " ".repeat(Math.max(0, widest - check.length()) + 2))
                    .plus(finding.detail()));
            if (!finding.advice().isBlank()) {
                lines.add(Line.of(" ".repeat(9 + widest + 2) + "Next: " + finding.advice()));
            }
        }
        lines.add(Line.EMPTY);
        lines.add(Line.of(summary(findings)));
        return lines;
    }

    private static Line verdict(Verdict verdict) {
        return switch (verdict) {
            case OK -> Line.of(Tone.GOOD, "ok       ");
            case WARNING -> Line.of(Tone.WARNING, "warning  ");
            case FAILED -> Line.of(Tone.BAD, "failed   ");
        };
    }

    private static String summary(List<Finding> findings) {
        var failed = count(findings, Verdict.FAILED);
        var warnings = count(findings, Verdict.WARNING);
        if (failed + warnings == 0) {
            return "All is well: " + findings.size() + (findings.size() == 1 ? " check." : " checks.");
        }
        var parts = new ArrayList<String>();
        if (failed > 0) {
            parts.add(failed + " failed");
        }
        if (warnings > 0) {
            parts.add(warnings + (warnings == 1 ? " gave a warning" : " gave warnings"));
        }
        var checks = findings.size() == 1 ? "1 check: " : findings.size() + " checks: ";
        return checks + String.join(", ", parts) + ".";
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(f -> f.verdict() == verdict).count();
    }
}
