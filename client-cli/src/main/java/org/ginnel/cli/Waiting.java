// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.text.Amounts;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.cli.text.FailureText;
import org.ginnel.cli.text.Line;
import org.ginnel.cli.text.StatusText;
import org.ginnel.cli.text.TunnelWords;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.TunnelView;

/// What the commands have in common that begin to connect: they end at once, or wait for how it ends.
final class Waiting {
    private static final String WAIT = "--wait";
    private static final String TIMEOUT = "--timeout";
    private static final String GOES_ON = "`ginnel status --watch` shows how it goes, `ginnel disconnect` stops it.";

    private Waiting() {}

    /// Something that ends when a tunnel works or has failed.
    interface Attempt {
        /// Empty when `limit` has passed first.
        Optional<Snapshot> within(Duration limit) throws Failure;
    }

    /// The same, taking the options that say whether and how long to wait.
    static Usage offeredBy(Usage usage) {
        return usage.with(Option.flag(WAIT, "End when the tunnel works or has failed, not when it has begun."))
                .with(Option.valued(
                        TIMEOUT, "TIME", "Wait at most that long, such as 30s or 2m; default: 60s. Implies --wait."));
    }

    /// How long to wait; empty for not at all.
    static Optional<Duration> limit(Asked.Run asked) throws Failure {
        var time = asked.value(TIMEOUT);
        if (time.isPresent()) {
            return Optional.of(WaitLimit.parse(time.get()));
        }
        return asked.has(WAIT) ? Optional.of(WaitLimit.DEFAULT) : Optional.empty();
    }

    /// Says that connecting has begun, or how things are when nothing more is to come.
    static ExitCode begun(Snapshot snapshot, Session session) {
        var stays = snapshot.tunnel() instanceof TunnelView.Connected connected
                && connected.next().isEmpty();
        if (stays || snapshot.tunnel() instanceof TunnelView.Locked) {
            session.print(StatusText.tunnel(snapshot, session.now()));
        } else {
            session.print(List.of(TunnelWords.headline(snapshot.tunnel()), Line.of(GOES_ON)));
        }
        return ExitCode.OK;
    }

    /// Waits, and shows a person how it goes.
    static ExitCode await(Attempt attempt, Duration limit, Session session) throws Failure {
        var outcome = awaited(attempt, limit, session);
        if (outcome.isEmpty()) {
            var after = Amounts.duration(limit);
            throw Failure.of(
                    ExitCode.TIMED_OUT,
                    new Explanation("Not connected after " + after + "; connecting goes on.", "", GOES_ON));
        }
        session.print(StatusText.tunnel(outcome.get(), session.now()));
        return ExitCode.OK;
    }

    private static Optional<Snapshot> awaited(Attempt attempt, Duration limit, Session session) throws Failure {
        try (var _ = session.around().interrupts().during(() -> farewell(session.terminal()));
                var _ = Progress.show(session)) {
            return attempt.within(limit);
        }
    }

    private static void farewell(Terminal terminal) {
        terminal.endProgress();
        var words = new Explanation("Stopped waiting; connecting goes on.", "", GOES_ON);
        terminal.complain(FailureText.of(words, Optional.empty()));
    }
}
