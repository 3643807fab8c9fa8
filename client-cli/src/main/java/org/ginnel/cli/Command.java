// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.text.ExitCode;

/// One word after `ginnel`: what it takes, and what it does.
interface Command {
    /// What it takes.
    Usage usage();

    /// Does it and says what came of it.
    ///
    /// @throws Failure when it did not work; nothing was said about that yet
    ExitCode run(Asked.Run asked, Session session) throws Failure;
}
