// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.problem;

import org.ginnel.ui.text.Message;

/// What one click can do about a problem.
public sealed interface Remedy {
    /// Ask for the same again.
    record Retry() implements Remedy {}

    /// Go and choose a server.
    record ChooseServer() implements Remedy {}

    /// Forget the key, if there is one, and ask for another.
    ///
    /// @param isFirst whether there is none yet
    record ChangeKey(boolean isFirst) implements Remedy {}

    /// Put a command on the clipboard, for a terminal.
    record CopyCommand(String command) implements Remedy {}

    /// What the button says.
    default Message label() {
        return switch (this) {
            case Retry() -> Message.of("remedy.retry");
            case ChooseServer() -> Message.of("remedy.chooseServer");
            case ChangeKey(var isFirst) -> Message.of(isFirst ? "remedy.enterKey" : "remedy.changeKey");
            case CopyCommand _ -> Message.of("remedy.copyCommand");
        };
    }
}
