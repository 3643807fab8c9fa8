// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// How much this process writes to its log. The library behind is touched only when more is wanted than usual.
public final class LogDetail {
    private @Nullable Level usual;

    /// From now on more is written, by us and by the libraries, or what is usual.
    public void set(boolean detailed) {
        if (detailed == (usual != null)) {
            return;
        }
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            if (detailed) {
                usual = root.getLevel();
                root.setLevel(Level.DEBUG);
            } else {
                root.setLevel(usual);
                usual = null;
            }
        }
    }

    /// Writes that when more is wanted.
    ///
    /// @param fact without a key, a name of a network or an address
    public void note(Supplier<String> fact) {
        if (usual != null) {
            LoggerFactory.getLogger(LogDetail.class).debug("{}", fact.get());
        }
    }
}
