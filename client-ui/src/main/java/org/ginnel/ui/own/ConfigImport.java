// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.own;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ginnel.control.Request;
import org.ginnel.ui.frame.Ways;
import org.ginnel.ui.link.Daemon;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;

/// Lets the user pick a config and gives it to the daemon, which alone decides whether it is one. Keeps nothing of it.
///
/// Used on the window's thread only.
public final class ConfigImport {
    private final Daemon daemon;
    private final Ways ways;
    private final Function<Path, Optional<String>> pictures;

    /// @param pictures reads the QR code of a picture
    public ConfigImport(Daemon daemon, Ways ways, Function<Path, Optional<String>> pictures) {
        this.daemon = daemon;
        this.ways = ways;
        this.pictures = pictures;
    }

    /// Asks for a file.
    ///
    /// @param then told what is wrong with it, or that nothing is; not called when the user picks none
    public void begin(Consumer<Optional<Problem>> then) {
        ways.pickConfig(file -> {
            switch (ConfigFile.of(file, pictures)) {
                case ConfigFile.Unfit(var title, var next) ->
                    then.accept(Optional.of(new Problem(
                            title,
                            Message.of("own.file", String.valueOf(file.getFileName())),
                            next,
                            Optional.empty())));
                case ConfigFile.Read(var name, var text) ->
                    daemon.ask(new Request.AddServer(name, text), outcome -> then.accept(problem(outcome)));
            }
        });
    }

    private static Optional<Problem> problem(Daemon.Outcome outcome) {
        return switch (outcome) {
            case Daemon.Outcome.Answered _ -> Optional.empty();
            case Daemon.Outcome.Refused(var cause) -> {
                var told = Problem.of(cause);
                yield Optional.of(
                        new Problem(told.title(), told.why(), Message.of("own.refusedNext"), Optional.empty()));
            }
        };
    }
}
