// SPDX-License-Identifier: Apache-2.0
/// Announcements on Linux: org.freedesktop.Notifications over D-Bus.
@NullMarked
package org.ginnel.ui.notify.linux;

import org.jspecify.annotations.NullMarked;
