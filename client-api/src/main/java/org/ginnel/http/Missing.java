// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.util.Set;
import org.ginnel.tunnel.ErrorCause;

/// What a failure of a call of `/api/v1` says about the API: that it does not have it, which is not that it
/// cannot be reached, does not know the key, or is broken.
public final class Missing {
    /// Not found, wrong method, not implemented.
    static final Set<Integer> STATUSES = Set.of(404, 405, 501);

    private static final Set<Integer> SURFACE = Set.of(404, 405);

    private Missing() {}

    /// Whether an API that was asked for its relays has no `/api/v1`: 404 or 405, nothing else.
    public static boolean surface(ErrorCause cause) {
        return cause instanceof ErrorCause.ApiFailed(var _, var status, var _) && SURFACE.contains(status);
    }

    /// Whether an API that was asked to make a device makes none: as for [#surface(ErrorCause)], or 501, by
    /// which ours says that its operator has set no network for devices.
    public static boolean devices(ErrorCause cause) {
        return cause instanceof ErrorCause.ApiFailed(var _, var status, var _) && STATUSES.contains(status);
    }

    /// Whether the account has no such device (404).
    public static boolean device(ErrorCause cause) {
        return cause instanceof ErrorCause.ApiFailed(var _, var status, var _) && status == 404;
    }
}
