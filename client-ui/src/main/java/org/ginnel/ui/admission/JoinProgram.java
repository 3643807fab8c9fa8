// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.admission;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/// Asks by `ginnel-join`, which packages put beside the window's launcher: it starts polkit's `pkexec`, for
/// which the desktop asks for an administrator's password in a dialog of its own. No password passes through us.
public final class JoinProgram implements Administrator {
    /// By pkexec(1), when the dialog was sent away.
    private static final int DISMISSED = 126;

    private final Optional<Path> program;
    private final Executor window;

    /// @param program such as [#beside(Map)]; without one nobody can be asked
    /// @param window runs things on the window's thread
    public JoinProgram(Optional<Path> program, Executor window) {
        this.program = program;
        this.window = window;
    }

    /// The program of this installation, if there is one.
    ///
    /// @param environment such as `System.getenv()`; `GINNEL_LAUNCHER` tells where we were started from
    public static Optional<Path> beside(Map<String, String> environment) {
        return Optional.of(environment.getOrDefault("GINNEL_LAUNCHER", ""))
                .filter(launcher -> launcher.startsWith("/"))
                .map(launcher -> Path.of(launcher).resolveSibling("ginnel-join"))
                .filter(Files::isExecutable);
    }

    @Override
    public boolean canBeAsked() {
        return program.isPresent();
    }

    @Override
    public void ask(Consumer<Answer> then) {
        Thread.ofVirtual().name("ginnel-join").start(() -> {
            var answer = program.map(JoinProgram::run).orElse(Answer.IMPOSSIBLE);
            window.execute(() -> then.accept(answer));
        });
    }

    private static Answer run(Path program) {
        try {
            var code = new ProcessBuilder(program.toString())
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.INHERIT)
                    .start()
                    .waitFor();
            return switch (code) {
                case 0 -> Answer.ALLOWED;
                case DISMISSED -> Answer.DISMISSED;
                default -> Answer.IMPOSSIBLE;
            };
        } catch (IOException e) {
            LoggerFactory.getLogger(JoinProgram.class).warn("no administrator can be asked: {}", e.toString());
            return Answer.IMPOSSIBLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.IMPOSSIBLE;
        }
    }
}
