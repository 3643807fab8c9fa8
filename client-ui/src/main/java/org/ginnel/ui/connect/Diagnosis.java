// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.control.Finding;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.ui.link.Daemon;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;

/// Asks the daemon what is wrong, when somebody wants to know it, and forgets it when it is out of date.
///
/// Used on the window's thread only.
final class Diagnosis {
    private final Daemon daemon;
    private final Runnable onChange;
    private Details details = new Details.Hidden();
    private Optional<Daemon.Asked> asked = Optional.empty();

    Diagnosis(Daemon daemon, Runnable onChange) {
        this.daemon = daemon;
        this.onChange = onChange;
    }

    Details details() {
        return details;
    }

    /// Asks, or hides what is shown.
    void toggle() {
        if (details instanceof Details.Hidden) {
            details = new Details.Looking();
            asked = Optional.of(daemon.ask(new Request.Diagnose(), this::came));
        } else {
            forget();
        }
        onChange.run();
    }

    /// Hides what is shown; what was asked is not waited for any more.
    void forget() {
        asked.ifPresent(Daemon.Asked::cancel);
        asked = Optional.empty();
        details = new Details.Hidden();
    }

    /// What is shown as text for somebody who helps, and from now on told as copied; empty while nothing is shown.
    ///
    /// @param headline what it is about, in a line
    Optional<String> copy(String headline) {
        if (!(details instanceof Details.Found(var findings, var _))) {
            return Optional.empty();
        }
        details = new Details.Found(findings, true);
        onChange.run();
        return Optional.of(report(headline, findings));
    }

    private void came(Daemon.Outcome outcome) {
        asked = Optional.empty();
        details = switch (outcome) {
            case Daemon.Outcome.Answered(Reply.Report(var findings)) -> new Details.Found(worstFirst(findings), false);
            case Daemon.Outcome.Answered _ -> new Details.Failed(Message.of("connect.detailsNone"));
            case Daemon.Outcome.Refused(var cause) ->
                new Details.Failed(Problem.of(cause).title());
        };
        onChange.run();
    }

    private static List<Finding> worstFirst(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .toList();
    }

    private static String report(String headline, List<Finding> findings) {
        var lines = findings.stream().map(Diagnosis::line);
        return Stream.concat(Stream.of(headline), lines).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Finding finding) {
        var advice = finding.advice().isBlank() ? "" : " Next: " + finding.advice();
        return finding.verdict() + " " + finding.check() + ": " + finding.detail() + advice;
    }
}
