// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.json.DoctorJson;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.text.DoctorText;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.control.Finding;
import org.ginnel.control.Finding.Verdict;
import org.ginnel.control.Reply;
import org.ginnel.control.SocketPath;
import org.ginnel.host.HowTo;

/// `ginnel doctor`: looks at what a tunnel needs, and says what is wrong even when the service does not answer.
final class DoctorCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of("doctor", "Checks what a tunnel needs, and says what to do about what is wrong.")
                .with(Option.flag("--json", "For programs, as docs/doctor.schema.json says."));
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) {
        var findings = examine(session);
        if (asked.has("--json")) {
            session.terminal().document(JsonText.pretty(DoctorJson.of(findings)));
        } else {
            session.print(DoctorText.of(findings));
        }
        return findings.stream().anyMatch(f -> f.verdict() == Verdict.FAILED) ? ExitCode.UNHEALTHY : ExitCode.OK;
    }

    private static List<Finding> examine(Session session) {
        var findings = new ArrayList<Finding>();
        try (var daemon = session.open()) {
            findings.add(answers(daemon.welcome(), session));
            findings.addAll(daemon.diagnose());
        } catch (Failure e) {
            findings.add(silent(e, session, findings.isEmpty() ? "service" : "diagnosis"));
        }
        return findings;
    }

    private static Finding answers(Reply.Welcome welcome, Session session) {
        var detail = welcome.daemon() + " answers at " + session.socket();
        return welcome.mayChange()
                ? new Finding("service", Verdict.OK, detail, "")
                : new Finding(
                        "service",
                        Verdict.WARNING,
                        detail + ", but lets this user only look",
                        Explanation.joining(HowTo.here()));
    }

    private static Finding silent(Failure failure, Session session, String check) {
        var words = failure.words();
        // To look whether a pipe is there is to call, and nobody would speak.
        var missing = !SocketPath.isPipe(session.socket()) && !Files.exists(session.socket());
        var detail = missing ? "There is no socket at " + session.socket() + "." : words.why();
        return new Finding(check, Verdict.FAILED, detail, words.next());
    }
}
