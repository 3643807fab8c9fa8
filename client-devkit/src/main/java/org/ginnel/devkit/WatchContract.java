// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Predicate;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What any daemon tells its watchers.
@Timeout(60)
public abstract class WatchContract extends WireContract {
    /// A daemon in which somebody is logged in, disconnected, and whose connecting works, at its own pace.
    protected abstract Path ready() throws IOException;

    @Test
    void watch_givesTheFirstStatusAtOnce() throws IOException, ControlException {
        var socket = loggedOut();
        try (var caller = greeted(socket);
                var client = client(socket)) {
            caller.send(new Request.Watch(true));

            assertThat(next(caller)).isEqualTo(new Reply.Status(status(client)));
        }
    }

    @Test
    void whoDoesNotWantFigures_isToldOfEveryChangeThatIsMore_andOfNoOther() throws IOException, ControlException {
        var socket = ready();
        try (var caller = greeted(socket);
                var client = client(socket)) {
            caller.send(new Request.Watch(false));
            var told = new ArrayList<Snapshot>();
            told.add(snapshot(caller));
            done(client.call(new Request.Connect(new Target.Fastest(), true)));
            var last = done(
                    client.call(new Request.ChangeSettings(Settings.defaults().withAllowLan(true))));
            while (!told.getLast().settings().equals(last.settings())) {
                var next = snapshot(caller);
                assertThat(next.isSameButForFigures(told.getLast()))
                        .as("%s", next)
                        .isFalse();
                told.add(next);
            }

            assertThat(told.getLast().tunnel().getClass())
                    .isEqualTo(last.tunnel().getClass());
            done(client.call(new Request.Disconnect()));
            done(client.call(new Request.ChangeSettings(Settings.defaults())));
        }
    }

    @Test
    void watchSaidAgain_isAnsweredAtOnce_andHoldsFromThenOn() throws IOException, ControlException {
        var socket = ready();
        try (var caller = greeted(socket);
                var client = client(socket)) {
            caller.send(new Request.Watch(false));
            untilTheStatus(caller, client);

            caller.send(new Request.Watch(true));
            untilTheStatus(caller, client);

            done(client.call(new Request.Connect(new Target.Fastest(), true)));
            until(caller, seen -> seen.tunnel() instanceof TunnelView.Connected);
            done(client.call(new Request.Disconnect()));
        }
    }

    @Test
    void anythingElseSaidWhileWatching_endsTheConnection() throws IOException {
        try (var caller = greeted(loggedOut())) {
            caller.send(new Request.Watch(true));
            assertThat(next(caller)).isInstanceOf(Reply.Status.class);

            caller.send(new Request.GetStatus());

            assertThat(caller.reply()).isEmpty();
        }
    }

    /// The first snapshot of a watch that fits.
    static Snapshot waitFor(Path socket, Predicate<Snapshot> fits) throws IOException {
        try (var caller = greeted(socket)) {
            return until(caller.send(new Request.Watch(true)), fits);
        }
    }

    /// What came of the login, such as the exit address, may be told meanwhile.
    private static void untilTheStatus(RawCaller watching, ControlClient client) throws IOException, ControlException {
        while (!snapshot(watching).equals(status(client))) {
            assertThat(status(client).account()).isPresent();
        }
    }

    private static Snapshot until(RawCaller watching, Predicate<Snapshot> fits) throws IOException {
        while (true) {
            var seen = snapshot(watching);
            if (fits.test(seen)) {
                return seen;
            }
        }
    }

    private static Snapshot snapshot(RawCaller watching) throws IOException {
        var reply = next(watching);
        assertThat(reply).isInstanceOf(Reply.Status.class);
        return ((Reply.Status) reply).snapshot();
    }

    static Snapshot done(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Done.class);
        return ((Reply.Done) reply).snapshot();
    }
}
