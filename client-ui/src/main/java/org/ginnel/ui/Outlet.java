// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.function.Consumer;

/// Where a view model sends its screens before there is a view: to nobody.
final class Outlet<T> implements Consumer<T> {
    private Consumer<T> view = _ -> {};
    private boolean connected;

    void to(Consumer<T> view) {
        this.view = view;
        connected = true;
    }

    /// Whether there is a view.
    boolean isConnected() {
        return connected;
    }

    @Override
    public void accept(T screen) {
        view.accept(screen);
    }
}
