// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import com.sun.jna.LastErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Memory of this process in pages of the usual size.
public final class SmallPages {
    private static final Logger LOG = LoggerFactory.getLogger(SmallPages.class);

    private SmallPages() {}

    /// Has the kernel give this process, and those that it starts, no page of 2 MiB that was not asked for. Where
    /// it does (`always` in transhuge.rst of its documentation, as on Debian), what `malloc` has given back comes
    /// back whole at the next byte: 4 MB more at rest. A kernel that has no such pages may refuse it.
    public static void only() {
        try {
            MemoryLibrary.prctl(MemoryLibrary.PR_SET_THP_DISABLE, 1, 0, 0, 0);
        } catch (LastErrorException e) {
            LOG.debug("pages may be of any size: {}", e.getMessage());
        }
    }
}
