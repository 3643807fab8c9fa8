// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.account.ApiKey;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.history.History;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What any daemon does with well-formed requests. [WatchContract] and [WireContract] have the rest: watchers, frames
/// and manners.
@Timeout(60)
public abstract class ControlContract extends WatchContract {
    private static final String OWN_CONFIG = """
            [Interface]
            PrivateKey = yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=
            Address = 10.7.0.2/32
            [Peer]
            PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
            AllowedIPs = 0.0.0.0/0
            Endpoint = 192.0.2.1:51820
            """;

    /// A daemon that lets this caller look and not touch.
    protected abstract Path readOnly() throws IOException;

    @Test
    void whileLoggedOut_connectingAndListing_areRefused() throws IOException, ControlException {
        try (var client = client(loggedOut())) {
            assertRefused(client.call(new Request.Connect(new Target.Fastest(), true)), new ErrorCause.NotLoggedIn());
            assertRefused(client.call(new Request.ListServers(false, false)), new ErrorCause.NotLoggedIn());
            assertThat(status(client).tunnel()).isInstanceOf(TunnelView.Disconnected.class);
        }
    }

    @Test
    void login_withAnUrlThatIsNeitherHttpsNorLoopback_isRefusedAndChangesNothing()
            throws IOException, ControlException {
        var key = ApiKey.parse("testuser_pro_a3562544513ab101").orElseThrow();
        try (var client = client(loggedOut())) {
            for (var url : new String[] {"http://api.example", "ftp://localhost", "localhost", "", "https://"}) {
                assertThat(client.call(new Request.Login(key, url)))
                        .as(url)
                        .isInstanceOfSatisfying(
                                Reply.Refused.class,
                                r -> assertThat(r.cause()).isInstanceOf(ErrorCause.BadRequest.class));
            }
            assertThat(status(client).account()).isEmpty();
        }
    }

    @Test
    void connect_awaited_isAnsweredWhenConnected_andDisconnectWhenDown() throws IOException, ControlException {
        try (var client = client(ready())) {
            var up = done(client.call(new Request.Connect(new Target.Fastest(), true)));
            assertThat(up.tunnel()).isInstanceOf(TunnelView.Connected.class);
            assertThat(status(client).tunnel()).isInstanceOf(TunnelView.Connected.class);

            var down = done(client.call(new Request.Disconnect()));
            assertThat(down.tunnel()).isEqualTo(new TunnelView.Disconnected(Optional.empty()));
            assertThat(down.revision()).isGreaterThan(up.revision());
        }
    }

    @Test
    void aMark_isKeptOnce_andTakenAwayAgain() throws IOException, ControlException {
        try (var client = client(ready())) {
            client.call(new Request.Favour("eu-west-1", true));
            client.call(new Request.Favour("sa-east-1", true));
            var marked = done(client.call(new Request.Favour("eu-west-1", true)));
            assertThat(marked.favourites()).containsExactly("sa-east-1", "eu-west-1");

            client.call(new Request.Favour("sa-east-1", false));
            var left = done(client.call(new Request.Favour("eu-west-1", false)));
            assertThat(left.favourites()).isEmpty();
        }
    }

    @Test
    void otherKeys_areNoted_andRefusedToWhomNobodyKnows() throws IOException, ControlException {
        try (var client = client(loggedOut())) {
            assertRefused(client.call(new Request.ChangeKeys()), new ErrorCause.NotLoggedIn());
        }
        try (var client = client(ready())) {
            done(client.call(new Request.ChangeKeys()));
        }
    }

    @Test
    void aServerOfTheUsersOwn_needsNoAccount_isListed_andForgotten() throws IOException, ControlException {
        try (var client = client(loggedOut())) {
            var refused =
                    client.call(new Request.AddServer("Home", OWN_CONFIG.replace("[Peer]", "PostUp = id\n[Peer]")));
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Reply.Refused.class,
                            r -> assertThat(r.cause()).isInstanceOf(ErrorCause.ConfigRefused.class));
            assertThat(done(client.call(new Request.AddServer("Home", OWN_CONFIG)))
                            .ownServers())
                    .isEqualTo(1);

            var listed = (Reply.Servers) client.call(new Request.ListServers(false, false));
            var own = listed.servers().getLast().server();
            assertThat(own.isOwn()).isTrue();
            assertThat(own.name()).isEqualTo("Home");
            assertThat(done(client.call(new Request.RemoveServer(own.id()))).ownServers())
                    .isZero();
        }
    }

    @Test
    void connect_toAChosenServer_connectsToThatOne() throws IOException, ControlException {
        try (var client = client(ready())) {
            var listed = (Reply.Servers) client.call(new Request.ListServers(false, false));
            assertThat(listed.servers()).isNotEmpty();
            var wanted = listed.servers().getLast().server();

            var up = done(client.call(new Request.Connect(new Target.Chosen(wanted.id()), true)));
            assertThat(up.tunnel())
                    .isInstanceOfSatisfying(
                            TunnelView.Connected.class,
                            c -> assertThat(c.server().id()).isEqualTo(wanted.id()));
            assertThat(up.recents()).startsWith(wanted.id());
            client.call(new Request.Disconnect());
        }
    }

    @Test
    void connect_toAnUnknownServer_isRefusedAndChangesNothing() throws IOException, ControlException {
        try (var client = client(ready())) {
            var reply = client.call(new Request.Connect(new Target.Chosen("no-such-server"), true));

            assertRefused(reply, new ErrorCause.UnknownServer("no-such-server"));
            assertThat(status(client).tunnel()).isInstanceOf(TunnelView.Disconnected.class);
        }
    }

    @Test
    void connect_notAwaited_goesOnAfterTheCallerIsGone() throws IOException, ControlException {
        var socket = ready();
        try (var client = client(socket)) {
            done(client.call(new Request.Connect(new Target.Fastest(), false)));
        }
        assertThat(waitFor(socket, s -> s.tunnel() instanceof TunnelView.Connected)
                        .tunnel())
                .isInstanceOf(TunnelView.Connected.class);
        disconnect(socket);
    }

    @Test
    void hangingUpWhileAwaiting_doesNotStopTheConnecting() throws IOException, ControlException {
        var socket = ready();
        try (var caller = new RawCaller(socket)) {
            caller.send(new Request.Hello(ControlCodec.VERSION, "contract"));
            assertThat(caller.reply()).isPresent();
            caller.send(new Request.Connect(new Target.Fastest(), true));
            waitFor(socket, s -> !(s.tunnel() instanceof TunnelView.Disconnected));
        }
        assertThat(waitFor(socket, s -> s.tunnel() instanceof TunnelView.Connected)
                        .tunnel())
                .isInstanceOf(TunnelView.Connected.class);
        disconnect(socket);
    }

    @Test
    void disconnect_whileDisconnected_isDone() throws IOException, ControlException {
        try (var client = client(ready())) {
            assertThat(done(client.call(new Request.Disconnect())).tunnel())
                    .isEqualTo(new TunnelView.Disconnected(Optional.empty()));
        }
    }

    @Test
    void aChangeOfSettings_isSeenByWatchersAndKept() throws IOException, ControlException {
        var socket = ready();
        try (var client = client(socket)) {
            var before = status(client);
            var changed = new Settings(!before.settings().allowLan(), false, List.of("9.9.9.9", "2620:fe::fe"));

            var after = done(client.call(new Request.ChangeSettings(changed)));
            assertThat(after.settings()).isEqualTo(changed);
            assertThat(after.revision()).isGreaterThan(before.revision());
            assertThat(waitFor(socket, s -> s.settings().equals(changed)).settings())
                    .isEqualTo(changed);
            client.call(new Request.ChangeSettings(before.settings()));
        }
    }

    @Test
    void pause_opensForAWhile_andItsEndBringsTheSameServerBack() throws IOException, ControlException {
        try (var client = client(ready())) {
            var up = (TunnelView.Connected) done(client.call(new Request.Connect(new Target.Fastest(), true)))
                    .tunnel();

            var paused = done(client.call(new Request.Pause(Duration.ofMinutes(5))));
            assertThat(paused.tunnel())
                    .isInstanceOfSatisfying(
                            TunnelView.Paused.class, p -> assertThat(p.then()).contains(up.server()));

            assertThat(done(client.call(new Request.EndPause(true))).tunnel())
                    .isInstanceOfSatisfying(
                            TunnelView.Connected.class,
                            c -> assertThat(c.server()).isEqualTo(up.server()));
            client.call(new Request.Disconnect());
        }
    }

    @Test
    void pause_whileEverythingMayLeave_isRefused_andEndingNoneIsDone() throws IOException, ControlException {
        try (var client = client(ready())) {
            assertRefused(client.call(new Request.Pause(Duration.ofMinutes(5))), new ErrorCause.NothingToPause());
            assertThat(done(client.call(new Request.EndPause(true))).tunnel())
                    .isInstanceOf(TunnelView.Disconnected.class);
        }
    }

    @Test
    void disconnect_whilePaused_endsIt() throws IOException, ControlException {
        try (var client = client(ready())) {
            done(client.call(new Request.Connect(new Target.Fastest(), true)));
            done(client.call(new Request.Pause(Duration.ofMinutes(5))));

            assertThat(done(client.call(new Request.Disconnect())).tunnel())
                    .isEqualTo(new TunnelView.Disconnected(Optional.empty()));
        }
    }

    @Test
    void lockdown_holdsWhileDisconnected_andMayBePaused() throws IOException, ControlException {
        try (var client = client(ready())) {
            var locked = done(
                    client.call(new Request.ChangeSettings(Settings.defaults().withLockdown(true))));
            assertThat(locked.tunnel()).isEqualTo(new TunnelView.Locked(Optional.empty()));

            assertThat(done(client.call(new Request.Pause(Duration.ofMinutes(10))))
                            .tunnel())
                    .isInstanceOfSatisfying(
                            TunnelView.Paused.class, p -> assertThat(p.then()).isEmpty());
            assertThat(done(client.call(new Request.EndPause(true))).tunnel()).isInstanceOf(TunnelView.Locked.class);

            assertThat(done(client.call(new Request.ChangeSettings(Settings.defaults())))
                            .tunnel())
                    .isInstanceOf(TunnelView.Disconnected.class);
        }
    }

    @Test
    void lockdown_beforeAnybodyHasLoggedIn_closesNothing() throws IOException, ControlException {
        try (var client = client(loggedOut())) {
            assertThat(done(client.call(new Request.ChangeSettings(
                                    Settings.defaults().withLockdown(true))))
                            .tunnel())
                    .isInstanceOf(TunnelView.Disconnected.class);
            client.call(new Request.ChangeSettings(Settings.defaults()));
        }
    }

    @Test
    void historyThatIsNotWanted_isForgotten_andNothingIsRememberedUntilItIs() throws IOException, ControlException {
        try (var client = client(ready())) {
            assertThat(remembered(client.call(new Request.KeepHistory(false)))).isEqualTo(History.off());
            done(client.call(new Request.Connect(new Target.Fastest(), true)));
            done(client.call(new Request.Disconnect()));
            assertThat(remembered(client.call(new Request.GetHistory()))).isEqualTo(History.off());
            assertThat(remembered(client.call(new Request.DeleteHistory()))).isEqualTo(History.off());

            assertThat(remembered(client.call(new Request.KeepHistory(true)))).isEqualTo(History.empty());
            assertThat(remembered(client.call(new Request.DeleteHistory()))).isEqualTo(History.empty());
        }
    }

    @Test
    void diagnose_findsSomething() throws IOException, ControlException {
        try (var client = client(ready())) {
            var report = (Reply.Report) client.call(new Request.Diagnose());

            assertThat(report.findings()).isNotEmpty().allSatisfy(f -> {
                assertThat(f.check()).isNotBlank();
                assertThat(f.detail()).hasSizeLessThanOrEqualTo(300).doesNotContain("\n");
            });
        }
    }

    @Test
    void whoMayOnlyLook_looksAndIsRefusedTheRest() throws IOException, ControlException {
        var key = ApiKey.parse("testuser_pro_a3562544513ab101").orElseThrow();
        try (var client = client(readOnly())) {
            assertThat(client.welcome().mayChange()).isFalse();
            var before = status(client);
            for (var request : new Request[] {
                new Request.Login(key, "https://api.example"),
                new Request.Logout(),
                new Request.Connect(new Target.Fastest(), true),
                new Request.Disconnect(),
                new Request.Pause(Duration.ofMinutes(5)),
                new Request.EndPause(true),
                new Request.Favour("eu-west-1", true),
                new Request.AddServer("Home", OWN_CONFIG),
                new Request.RemoveServer("own-1"),
                new Request.ChangeKeys(),
                new Request.ChangeSettings(Settings.defaults().withAllowLan(true)),
                new Request.GetHistory(),
                new Request.KeepHistory(false),
                new Request.DeleteHistory()
            }) {
                assertRefused(client.call(request), new ErrorCause.NotPermitted());
            }
            assertThat(status(client)).isEqualTo(before);
        }
    }

    private static History remembered(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Remembered.class);
        return ((Reply.Remembered) reply).history();
    }

    private static void assertRefused(Reply reply, ErrorCause why) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Refused.class, r -> assertThat(r.cause()).isEqualTo(why));
    }

    private static void disconnect(Path socket) throws ControlException {
        try (var client = client(socket)) {
            done(client.call(new Request.Disconnect()));
        }
    }
}
