// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.ginnel.account.ApiKey;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.wireguard.PresharedKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole daemon at an operator with `/api/v1`.
@Timeout(60)
class DaemonKeysTest {
    @TempDir
    private Path directory;

    private FakeOperator operator;
    private TestDaemon daemon;

    @BeforeEach
    void start() throws IOException {
        operator = new FakeOperator();
        daemon = new TestDaemon(directory, Set.of(System.getProperty("user.name")));
    }

    @AfterEach
    void close() throws IOException {
        daemon.close();
        operator.close();
    }

    private Snapshot logIn() throws ControlException {
        var reply = daemon.call(new Request.Login(ApiKey.parse(FakeOperator.KEY).orElseThrow(), operator.url()));
        return ((Reply.Done) reply).snapshot();
    }

    private Snapshot connect(String id) throws ControlException {
        return ((Reply.Done) daemon.call(new Request.Connect(new Target.Chosen(id), true))).snapshot();
    }

    @Test
    void connected_theDeviceHasTheKeyThatTheServersExpect_andTheUserIsTold() throws ControlException {
        assertThat(logIn().key()).isEmpty();

        var now = connect("one");

        assertThat(now.key().map(TunnelKey::postQuantum)).contains(true);
        var config = daemon.device.running().orElseThrow().config();
        var own = config.local().privateKey().orElseThrow().publicKey().base64();
        var enrolled = operator.keys().get(own);
        assertThat(enrolled).isNotNull();
        assertThat(config.peers().getFirst().presharedKey())
                .isPresent()
                .isEqualTo(enrolled.presharedKey().flatMap(PresharedKey::parse));
    }

    @Test
    void onALegacyOperator_theUserIsToldThatItIsNotPostQuantum() throws ControlException {
        operator.legacyOnly(404, "text/html");
        logIn();

        assertThat(connect("one").key().map(TunnelKey::postQuantum)).contains(false);
    }

    @Test
    void aRestart_knowsTheKeyOfTheTunnelItTakesUp_withTheApiGone() throws ControlException, IOException {
        logIn();
        var before = connect("one").key();
        operator.close();

        daemon.restart();

        assertThat(await(now -> now.tunnel() instanceof TunnelView.Connected).key())
                .isPresent()
                .isEqualTo(before);
    }

    @Test
    void connectingAgain_asksForNoConfig() throws ControlException {
        logIn();
        connect("one");
        daemon.call(new Request.Disconnect());
        operator.forgetCalls();

        connect("two");

        assertThat(operator.calls()).doesNotContain("POST /api/provision").allMatch("GET /api/whoami"::equals);
    }

    @Test
    void disconnected_thereIsNoKeyToTellOf() throws ControlException {
        logIn();
        connect("one");

        var down = ((Reply.Done) daemon.call(new Request.Disconnect())).snapshot();

        assertThat(down.key()).isEqualTo(Optional.empty());
    }

    @Test
    void loggingOut_givesTheDeviceBack() throws ControlException {
        logIn();
        connect("one");

        daemon.call(new Request.Logout());

        assertThat(operator.keys()).isEmpty();
    }

    private Snapshot await(Predicate<Snapshot> fits) throws ControlException {
        var found = new AtomicReference<Snapshot>();
        var client = daemon.client();
        try {
            client.watch(false, now -> {
                if (fits.test(now)) {
                    found.set(now);
                    client.close();
                }
            });
        } catch (ControlException hungUp) {
            if (found.get() == null) {
                throw hungUp;
            }
        }
        return Objects.requireNonNull(found.get());
    }
}
