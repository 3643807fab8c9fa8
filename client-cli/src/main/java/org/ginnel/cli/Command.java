// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import org.ginnel.cli.text.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One word after `ginnel`: what it takes, and what it does.
interface Command {
    /// The word.
    String name();

    /// What it takes; made anew at each call, since a parser changes it.
    CommandSpec spec();

    /// Does it and says what came of it.
    ///
    /// @throws Failure when it did not work; nothing was said about that yet
    ExitCode run(ParseResult asked, Session session) throws Failure;
}
