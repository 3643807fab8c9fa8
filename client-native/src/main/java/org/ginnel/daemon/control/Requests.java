// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import java.util.concurrent.CompletableFuture;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;

/// Where a session's requests go. Any thread.
public interface Requests {
    /// Answers `request` in due time; the future never fails.
    ///
    /// @param request none of [Request.Hello] and [Request.Watch], which are the session's own
    CompletableFuture<Reply> answer(Request request);

    /// Feeds every snapshot to `feed`, the present one first, until it is closed. Called again for the same feed it
    /// changes what it is fed with from then on.
    ///
    /// @param figures see [Request.Watch]
    void watch(SnapshotFeed feed, boolean figures);

    /// No more, please.
    void unwatch(SnapshotFeed feed);
}
