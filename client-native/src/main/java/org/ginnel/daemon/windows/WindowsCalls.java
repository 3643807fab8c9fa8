// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.util.Optional;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// What a code of Windows means to a client.
public final class WindowsCalls {
    /// `ERROR_SUCCESS`.
    public static final int SUCCESS = 0;

    private WindowsCalls() {}

    /// The refusal that `code` of `function` is; empty when it is success, or one of those that are as good.
    public static Optional<ErrorCause> refusal(Part part, String function, int code, int... alsoFine) {
        for (var fine : alsoFine) {
            if (code == fine) {
                return Optional.empty();
            }
        }
        return code == SUCCESS
                ? Optional.empty()
                : Optional.of(Refusals.of(part, function, "error 0x%08x".formatted(code)));
    }
}
