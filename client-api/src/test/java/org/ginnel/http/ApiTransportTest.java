// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.ginnel.account.ApiUrl;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTransportTest {
    private static final MockResponse SEEN = Api.json(200, "{\"address\":\"198.51.100.4\"}");

    private final MockWebServer server = new MockWebServer();
    /// What each look-up answers; empty for a failure.
    private final Queue<List<InetAddress>> lookups = new ArrayDeque<>();

    @BeforeEach
    void start() throws IOException {
        server.start();
        for (int i = 0; i < 3; i++) {
            server.enqueue(SEEN);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// A kept connection may lead into a route that is gone: a call on it would hang for as long as it may take.
    @Test
    void aSecondCall_usesAConnectionOfItsOwn() throws InterruptedException {
        lookups.add(List.of(InetAddress.getLoopbackAddress()));
        lookups.add(List.of(InetAddress.getLoopbackAddress()));
        var transport = transport();
        Api.ok(client(transport).whoami());
        Api.ok(client(transport).whoami());
        assertThat(List.of(
                        server.takeRequest().getConnectionIndex(),
                        server.takeRequest().getConnectionIndex()))
                .containsExactly(0, 1);
    }

    @Test
    void aNameThatIsNoLongerFound_isReachedWhereItWas() {
        lookups.add(List.of(InetAddress.getLoopbackAddress()));
        lookups.add(List.of());
        var transport = transport();
        Api.ok(client(transport).whoami());
        Api.ok(client(transport).whoami());

        assertThat(client(transport).addresses()).containsExactly(InetAddress.getLoopbackAddress());
    }

    @Test
    void anAddress_isKnownWithoutALookUp() {
        var transport = transport();
        var client = new ApiClient(new ApiUrl(true, "203.0.113.7", 443, ""), Api.KEY, transport);

        assertThat(client.addresses()).map(InetAddress::getHostAddress).containsExactly("203.0.113.7");
    }

    @Test
    void whatIsNotCalled_looksNothingUp() {
        var transport = transport();
        assertThat(client(transport).addresses()).isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void systemNames_areFoundOrNotInTime() throws UnknownHostException {
        var names = new SystemNames(Duration.ofSeconds(10));

        assertThat(names.addresses("127.0.0.1")).containsExactly(InetAddress.getLoopbackAddress());
        assertThatThrownBy(() -> new SystemNames(Duration.ofSeconds(2)).addresses("nowhere.invalid"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("nowhere.invalid");
        assertThatThrownBy(() -> new SystemNames(Duration.ofNanos(1)).addresses("nowhere.invalid"))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void withoutALookUpThatWorked_weAreOffline() {
        lookups.add(List.of());
        var transport = transport();
        assertThat(Api.cause(client(transport).whoami())).isEqualTo(new ErrorCause.Offline("localhost"));
    }

    @Test
    void localhost_isThisMachineWhateverAResolverSays() throws UnknownHostException {
        var elsewhere = InetAddress.getByAddress(new byte[] {(byte) 203, 0, 113, 7});
        lookups.add(List.of(elsewhere));
        lookups.add(List.of(elsewhere, InetAddress.getLoopbackAddress()));
        var transport = transport();
        assertThat(Api.cause(client(transport).whoami())).isEqualTo(new ErrorCause.Offline("localhost"));
        Api.ok(client(transport).whoami());

        assertThat(client(transport).addresses()).containsExactly(InetAddress.getLoopbackAddress());
    }

    private ApiTransport transport() {
        return new ApiTransport(Api.PATIENT, List.of(), this::lookUp, InstantSource.system(), "ginnel-test/1");
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        var found = lookups.remove();
        if (found.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return found;
    }

    private ApiClient client(ApiTransport transport) {
        return new ApiClient(new ApiUrl(false, "localhost", server.getPort(), ""), Api.KEY, transport);
    }
}
