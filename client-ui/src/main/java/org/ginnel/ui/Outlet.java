// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.function.Consumer;

/// Where a view model sends its screens before there is a view: to nobody.
final class Outlet<T> implements Consumer<T> {
    private Consumer<T> view = _ -> {};

    void to(Consumer<T> view) {
        this.view = view;
    }

    @Override
    public void accept(T screen) {
        view.accept(screen);
    }
}
