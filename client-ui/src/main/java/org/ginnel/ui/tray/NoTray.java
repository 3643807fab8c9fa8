// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

/// A desktop without a tray: shows nothing, and says so.
public record NoTray() implements Tray {
    @Override
    public void show(TrayMenu menu) {}

    @Override
    public boolean isVisible() {
        return false;
    }

    @Override
    public void close() {}
}
