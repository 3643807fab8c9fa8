// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.macos;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.ginnel.ui.notify.Announcement;
import org.ginnel.ui.notify.Bell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Announces by the notification centre of macOS, which a program that is not signed reaches by AppleScript only
/// (`display notification`, in the name of the Script Editor): nothing of it can be replaced or taken away, and a click
/// does not open the window. What is announced goes in as arguments, never as a part of the script.
///
/// Never run on a Mac so far.
public final class ScriptBell implements Bell {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptBell.class);

    /// Takes a title and a text, as osascript(1) hands arguments on.
    private static final List<String> SCRIPT = List.of(
            "/usr/bin/osascript",
            "-e",
            "on run argv",
            "-e",
            "display notification (item 2 of argv) with title (item 1 of argv)",
            "-e",
            "end run");

    private final Program program;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ginnel-bell").factory());

    public ScriptBell() {
        this(new WaitedFor());
    }

    ScriptBell(Program program) {
        this.program = program;
    }

    /// Who runs programs.
    interface Program {
        /// Runs it and waits for its end, or gives up.
        ///
        /// @return whether it ended well
        boolean run(List<String> argv);
    }

    @Override
    public void ring(Announcement.Topic topic, Announcement.Urgency urgency, String title, String body) {
        try {
            thread.execute(() -> show(title, body));
        } catch (RejectedExecutionException afterClose) {
            LOG.debug("the bell is closed");
        }
    }

    private void show(String title, String body) {
        if (!program.run(argv(title, body))) {
            LOG.debug("nothing is announced");
        }
    }

    /// A word that begins with a hyphen would be an option.
    static List<String> argv(String title, String body) {
        return Stream.concat(
                        SCRIPT.stream(),
                        Stream.of(title, body).map(word -> word.startsWith("-") ? "\u2013" + word.substring(1) : word))
                .toList();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
