// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.List;
import org.ginnel.control.Finding;
import org.ginnel.ui.text.Message;

/// What the daemon finds when it looks for what is wrong.
public sealed interface Details {
    /// Nobody asked yet.
    record Hidden() implements Details {}

    /// The daemon is looking.
    record Looking() implements Details {}

    /// What it found, the worst first.
    ///
    /// @param copied whether this lies on the clipboard
    record Found(List<Finding> findings, boolean copied) implements Details {
        public Found {
            findings = List.copyOf(findings);
        }
    }

    /// It did not answer, and this is why.
    record Failed(Message why) implements Details {}
}
