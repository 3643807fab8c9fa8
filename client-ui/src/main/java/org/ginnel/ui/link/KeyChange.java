// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.link;

import java.util.Optional;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelKey;

/// The user's wish for other keys, from whichever screen, and what came of it.
///
/// Used on the window's thread only.
public final class KeyChange {
    private final Daemon daemon;
    private Runnable listener = () -> {};
    private News news = new News.None();

    /// What came of it.
    public sealed interface News {
        /// Nothing was wished for, or it was told.
        record None() implements News {}

        /// The daemon has not answered yet.
        record Asked() implements News {}

        /// No tunnel runs on keys of this device; the next one has others.
        record Noted() implements News {}

        /// The tunnel is to move.
        ///
        /// @param from what it still runs on
        record Moving(TunnelKey from) implements News {}

        /// The tunnel has moved.
        record Moved() implements News {}

        /// It was not done, and this is why.
        record Refused(ErrorCause cause) implements News {}
    }

    /// Nothing is wished for yet.
    public KeyChange(Daemon daemon) {
        this.daemon = daemon;
    }

    /// Calls `then`, and nobody else from now on, whenever there is news.
    public void listen(Runnable then) {
        listener = then;
    }

    /// What came of it.
    public News news() {
        return news;
    }

    /// Other keys, please.
    public void wish() {
        if (!(news instanceof News.Asked)) {
            tell(new News.Asked());
            daemon.ask(new Request.ChangeKeys(), this::came);
        }
    }

    private void came(Daemon.Outcome outcome) {
        switch (outcome) {
            case Daemon.Outcome.Refused(var cause) -> tell(new News.Refused(cause));
            case Daemon.Outcome.Answered(Reply.Done(var snapshot)) -> tell(moving(snapshot.key()));
            case Daemon.Outcome.Answered _ -> tell(new News.Noted());
        }
    }

    private static News moving(Optional<TunnelKey> key) {
        return key.<News>map(News.Moving::new).orElseGet(News.Noted::new);
    }

    /// The link says something new.
    public void on(LinkState state) {
        if (news instanceof News.Moving(var from) && state instanceof LinkState.Live live) {
            var now = live.snapshot().key();
            if (now.isEmpty()) {
                tell(new News.Noted());
            } else if (now.flatMap(TunnelKey::made).isPresent() && !now.get().equals(from)) {
                tell(new News.Moved());
            }
        }
    }

    /// What is known was told.
    public void forget() {
        if (!(news instanceof News.Asked)) {
            news = new News.None();
        }
    }

    private void tell(News what) {
        news = what;
        listener.run();
    }
}
