// SPDX-License-Identifier: Apache-2.0
/// Who answers names on Linux: by systemd-resolved, by resolvconf, or by the file that both would write.
@NullMarked
package org.ginnel.daemon.linux.dns;

import org.jspecify.annotations.NullMarked;
