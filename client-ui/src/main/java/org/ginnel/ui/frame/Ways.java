// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.frame;

/// Where a screen can send the user, and what it can put into their hands.
public interface Ways {
    /// To the connect screen.
    void toConnect();

    /// To the list of servers.
    void toLocations();

    /// Onto the clipboard.
    void copy(String text);
}
