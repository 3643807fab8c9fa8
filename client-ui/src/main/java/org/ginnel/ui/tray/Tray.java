// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

/// The desktop's tray: shows the last menu it was given and reports clicks to the consumer it was opened with.
///
/// Clicks arrive in order, on a thread of the tray's own that must not be kept waiting, and only for items that are
/// shown at that moment. Safe for use by several threads.
public interface Tray extends AutoCloseable {
    /// Shows `menu` in place of the one before. Does nothing once closed.
    void show(TrayMenu menu);

    /// Whether a person can see it now. While this is false a window must not hide on close: nothing would bring it
    /// back.
    boolean isVisible();

    /// Takes the icon away. Harmless when repeated.
    @Override
    void close();
}
