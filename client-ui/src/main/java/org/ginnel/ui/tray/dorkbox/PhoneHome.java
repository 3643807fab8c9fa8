// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.dorkbox;

import dorkbox.updates.Updates;

/// Keeps dorkbox's libraries from reporting to their makers.
///
/// Unless told otherwise before they are first used, they send an id and their versions over plain HTTP to
/// `updates.dorkbox.com`, beginning five minutes after the start. A VPN client must not.
final class PhoneHome {
    private PhoneHome() {}

    static void forbid() {
        Updates.INSTANCE.setENABLE(false);
    }
}
