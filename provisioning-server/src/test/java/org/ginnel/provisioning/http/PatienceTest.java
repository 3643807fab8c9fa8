// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow
    private final Patience patience = new Patience(now::get);
    private ServerSocketChannel listener;
    private SocketChannel far;
    private SocketChannel near;
    private SocketAddress client;

    @BeforeEach
    void connect() throws IOException {
        listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        far = SocketChannel.open(listener.getLocalAddress());
        near = listener.accept();
        client = near.getRemoteAddress();
        patience.accepted(near, Duration.ofSeconds(10));
    }

    @AfterEach
    void disconnect() throws IOException {
        near.close();
        far.close();
        listener.close();
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
        patience.look();
    }

    @Test
    void connection_thatAsksNothing_isClosedAndForgotten() {
        pass(9);
        assertThat(near.isOpen()).isTrue();
        pass(1);
        assertThat(near.isOpen()).isFalse();
        assertThat(patience.size()).isZero();
    }

    @Test
    void connection_thatWaitsForUs_isNeverClosed() {
        patience.rest(client);
        pass(1_000_000);
        assertThat(near.isOpen()).isTrue();
    }

    @Test
    void connection_thatIsToSendMore_hasItsTimeFromThenOn() {
        patience.rest(client);
        pass(1000);
        patience.expect(client, Duration.ofSeconds(5));
        pass(4);
        assertThat(near.isOpen()).isTrue();
        pass(1);
        assertThat(near.isOpen()).isFalse();
    }

    @Test
    void connection_thatEndedByItself_isForgotten() throws IOException {
        near.close();
        pass(0);
        assertThat(patience.size()).isZero();
        patience.expect(client, Duration.ofSeconds(5));
        assertThat(patience.size()).isZero();
    }
}
