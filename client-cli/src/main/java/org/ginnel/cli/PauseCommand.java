// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.time.Duration;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.cli.text.StatusText;
import org.ginnel.control.Request;

/// `ginnel pause`: lets everything leave for a while; done when that is so.
final class PauseCommand implements Command {
    private static final Duration DEFAULT = Duration.ofMinutes(10);

    @Override
    public Usage usage() {
        return Usage.of(
                        "pause",
                        "Lets everything leave this computer for a while.",
                        "Then what was before comes back by itself: the tunnel, the block or lockdown. Works while",
                        "connected, blocked or locked; `ginnel resume` ends it early.")
                .withWord(
                        "TIME", "How long, 1s to 24h, such as 30s, 5m or 1h; default: 10m.", "5m", "10m", "30m", "1h");
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        var length = length(asked);
        try (var daemon = session.open()) {
            session.print(StatusText.tunnel(daemon.pause(length), session.now()));
            return ExitCode.OK;
        }
    }

    /// A bare number is refused: nobody can tell whether it means seconds or minutes.
    private static Duration length(Asked.Run asked) throws Failure {
        var word = asked.word();
        if (word.isEmpty()) {
            return DEFAULT;
        }
        return TimeWord.parse(word.get())
                .filter(length -> length.toSeconds() >= 1 && length.compareTo(Request.MAX_PAUSE) <= 0)
                .orElseThrow(() -> Failure.of(
                        ExitCode.USAGE,
                        new Explanation(
                                "That is no length of a pause.",
                                "A pause takes 1s to 24h, as a number and its unit: s, m or h.",
                                "Write it such as `ginnel pause 10m`.")));
    }
}
