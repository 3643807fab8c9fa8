// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one way from any thread to the window's thread: in order, and never at once.
public final class FxThread implements Executor {
    @Override
    public void execute(Runnable work) {
        Platform.runLater(work);
    }
}
